package fundtrail.query.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.DeserializationContext;
import fundtrail.contract.Json;
import fundtrail.query.entity.Kind;
import java.time.Instant;

/** Versions as JSON, between their records and the store. */
final class VersionJson {
    private static final JsonMapper JSON = Json.MAPPER.rebuild()
            .addModule(new SimpleModule("versions")
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantFromText()))
            .build();

    private VersionJson() {}

    static String text(Object body) {
        try {
            JsonNode tree = JSON.valueToTree(body);
            return JSON.writeValueAsString(withoutNul(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON can be made of " + body.getClass().getSimpleName(), e);
        }
    }

    static <T> T body(Kind<T> kind, String json) {
        try {
            return JSON.readValue(json, kind.body());
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

    private static final class InstantFromText extends FromStringDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantFromText() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String text, DeserializationContext context) {
            return Instant.parse(text);
        }
    }
}
