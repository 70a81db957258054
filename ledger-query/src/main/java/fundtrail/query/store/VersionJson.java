package fundtrail.query.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fundtrail.contract.Json;
import fundtrail.query.entity.Kind;

/** Versions as JSON, between their records and the store. */
final class VersionJson {
    /** How a NUL is written in JSON; also the end of a backslash before {@code u0000}, which is only looked at once more. */
    private static final String NUL = "\\u0000";

    private VersionJson() {}

    static String text(Object body) {
        try {
            String json = Json.MAPPER.writeValueAsString(body);
            return json.contains(NUL) ? Json.MAPPER.writeValueAsString(withoutNul(Json.MAPPER.valueToTree(body))) : json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON can be made of " + body.getClass().getSimpleName(), e);
        }
    }

    static <T> T body(Kind<T> kind, String json) {
        try {
            return Json.MAPPER.readValue(json, kind.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + kind.name() + " cannot be read: rebuild the reading side", e);
        }
    }

    /** PostgreSQL keeps no NUL in text; a fact that carries one must not be able to stop the follower. */
    private static JsonNode withoutNul(JsonNode node) {
        switch (node) {
            case ObjectNode object -> object.properties().forEach(field -> field.setValue(withoutNul(field.getValue())));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, withoutNul(array.get(i)));
                }
            }
            case TextNode text when text.textValue().indexOf('\0') >= 0 -> {
                return TextNode.valueOf(text.textValue().replace('\0', '\uFFFD'));
            }
            default -> { }
        }
        return node;
    }
}
