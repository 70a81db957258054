package fundtrail.command.http;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON Schema (2020-12, as OpenAPI 3.1 takes it) of what a record is read from. Read off the record itself. */
final class RecordSchema {
    private RecordSchema() {}

    static ObjectNode of(Class<?> record) {
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.MAPPER.createArrayNode();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.set(component.getName(), ofType(component.getGenericType()));
            if (!component.isAnnotationPresent(MayBeAbsent.class)) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static ObjectNode ofType(Type type) {
        if (type instanceof ParameterizedType generic && Collection.class.isAssignableFrom((Class<?>) generic.getRawType())) {
            ObjectNode array = Json.MAPPER.createObjectNode().put("type", "array");
            array.set("items", ofType(generic.getActualTypeArguments()[0]));
            return array;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            ObjectNode map = Json.MAPPER.createObjectNode().put("type", "object");
            map.set("additionalProperties", ofType(generic.getActualTypeArguments()[1]));
            return map;
        }
        Class<?> plain = (Class<?>) type;
        ObjectNode schema = Json.MAPPER.createObjectNode();
        if (plain == Money.class) {
            return schema.put("type", "string").put("pattern", "^-?(0|[1-9][0-9]{0,12})\\.[0-9]{2}$")
                    .put("description", "yuan with exactly two decimals");
        }
        if (plain == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        }
        if (plain == YearMonth.class) {
            return schema.put("type", "string").put("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$").put("description", "a month");
        }
        if (plain == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (plain == int.class || plain == long.class || plain == Integer.class || plain == Long.class) {
            return schema.put("type", "integer");
        }
        if (plain == boolean.class) {
            return schema.put("type", "boolean");
        }
        if (plain.isEnum()) {
            ArrayNode values = schema.put("type", "string").putArray("enum");
            Stream.of(plain.getEnumConstants()).map(Object::toString).forEach(values::add);
            return schema;
        }
        if (plain == String.class || plain.isRecord() && isText(plain)) {
            return schema.put("type", "string");
        }
        if (plain.isRecord()) {
            return of(plain);
        }
        throw new IllegalStateException("a wish with a " + plain.getName() + " has no schema: add it here");
    }

    /** Whether the record travels as a text: an identifier, a code, an exact number. */
    private static boolean isText(Class<?> record) {
        return Stream.of(record.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class) && method.getReturnType() == String.class);
    }
}
