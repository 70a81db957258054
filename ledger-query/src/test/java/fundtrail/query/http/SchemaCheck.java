package fundtrail.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Checks an answer against its schema: as much of JSON Schema as the description uses, and nothing it does not know. */
public final class SchemaCheck {
    private static final List<String> KNOWN = List.of("$ref", "type", "format", "properties", "required", "additionalProperties", "items",
            "enum", "pattern", "minimum", "maximum", "description");

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with a value under a schema of an OpenAPI document; empty when nothing is. */
    public static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
        var check = new SchemaCheck(document);
        check.check("$", schema, value);
        return check.faults;
    }

    private void check(String at, JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            check(at, document.at(schema.get("$ref").textValue().substring(1)), value);
            return;
        }
        schema.fieldNames().forEachRemaining(word -> fault(KNOWN.contains(word), at + ": the check does not know " + word));
        switch (schema.path("type").asText("any")) {
            case "object" -> object(at, schema, value);
            case "array" -> {
                fault(value.isArray(), at + " is no array: " + value);
                for (int i = 0; i < value.size(); i++) {
                    check(at + "[" + i + "]", schema.get("items"), value.get(i));
                }
            }
            case "string" -> text(at, schema, value);
            case "integer" -> fault(value.isIntegralNumber(), at + " is no whole number: " + value);
            case "boolean" -> fault(value.isBoolean(), at + " is neither true nor false: " + value);
            case "any" -> fault(!value.isMissingNode(), at + " is missing");
            default -> fault(false, at + " has a type the check does not know: " + schema);
        }
    }

    private void object(String at, JsonNode schema, JsonNode value) {
        fault(value.isObject(), at + " is no object: " + value);
        schema.path("required").forEach(name -> fault(value.has(name.textValue()), at + " has no " + name));
        value.properties().forEach(member -> {
            JsonNode known = schema.path("properties").path(member.getKey());
            if (!known.isMissingNode()) {
                check(at + "." + member.getKey(), known, member.getValue());
            } else if (schema.path("additionalProperties").isObject()) {
                check(at + "." + member.getKey(), schema.get("additionalProperties"), member.getValue());
            } else {
                fault(false, at + " has an undescribed " + member.getKey());
            }
        });
    }

    private void text(String at, JsonNode schema, JsonNode value) {
        fault(value.isTextual(), at + " is no text: " + value);
        String text = value.asText();
        if (schema.has("enum")) {
            List<String> names = new ArrayList<>();
            schema.get("enum").forEach(name -> names.add(name.textValue()));
            fault(names.contains(text), at + " is none of " + names + ": " + text);
        }
        fault(!schema.has("pattern") || text.matches(schema.path("pattern").asText()), at + " does not match its pattern: " + text);
        try {
            switch (schema.path("format").asText()) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> OffsetDateTime.parse(text);
                case "uuid" -> UUID.fromString(text);
                default -> { }
            }
        } catch (RuntimeException unreadable) {
            fault(false, at + " is no " + schema.get("format") + ": " + text);
        }
    }

    private void fault(boolean right, String otherwise) {
        if (!right) {
            faults.add(otherwise);
        }
    }
}
