package fundtrail.query.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON Schemas (2020-12) of the records answers are made of, read off the records themselves. */
final class Schemas {
    private final Map<String, ObjectNode> components = new TreeMap<>();
    private final Map<String, Class<?>> named = new TreeMap<>();

    /** The schema of a shape; records met on the way become components. */
    ObjectNode of(Shape shape) {
        return shape.record() == null
                ? object().put("type", "string").put("format", "binary")
                : reference(shape.record(), shape.of());
    }

    ObjectNode of(Class<? extends Record> record) {
        return reference(record, List.of());
    }

    /** Every record met so far, by name. */
    Map<String, ObjectNode> components() {
        return components;
    }

    /** @param of what the record's type variable stands for, and so on inwards */
    private ObjectNode reference(Class<?> record, List<? extends Class<?>> of) {
        String name = Stream.concat(Stream.of(record), of.stream()).map(Class::getSimpleName).collect(Collectors.joining("Of"));
        Class<?> other = named.putIfAbsent(name, record);
        if (other != null && other != record) {
            throw new IllegalStateException(record + " and " + other + " would have the same name in the interface");
        }
        if (!components.containsKey(name)) {
            var schema = object().put("type", "object");
            components.put(name, schema);
            describe(record, of, schema.putObject("properties"), schema.putArray("required"));
            schema.put("additionalProperties", false);
        }
        return object().put("$ref", "#/components/schemas/" + name);
    }

    private void describe(Class<?> record, List<? extends Class<?>> of, ObjectNode properties, ArrayNode required) {
        for (var component : record.getRecordComponents()) {
            Type type = component.getGenericType();
            if (isUnwrapped(component)) {
                boolean variable = type instanceof TypeVariable<?>;
                describe(variable ? of.getFirst() : (Class<?>) type, variable ? inwards(of) : List.of(), properties, required);
                continue;
            }
            properties.set(component.getName(), schema(type, of));
            if (!component.isAnnotationPresent(MayBeAbsent.class)) {
                required.add(component.getName());
            }
        }
    }

    private static List<? extends Class<?>> inwards(List<? extends Class<?>> of) {
        return of.subList(1, of.size());
    }

    /** Jackson's annotation is no annotation of components; it lands on the accessor. */
    private static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    private ObjectNode schema(Type type, List<? extends Class<?>> of) {
        return switch (type) {
            case TypeVariable<?> _ -> reference(of.getFirst(), inwards(of));
            case ParameterizedType list when Collection.class.isAssignableFrom((Class<?>) list.getRawType()) -> {
                var array = object().put("type", "array");
                array.set("items", schema(list.getActualTypeArguments()[0], of));
                yield array;
            }
            case ParameterizedType map when Map.class.isAssignableFrom((Class<?>) map.getRawType()) -> {
                var object = object().put("type", "object");
                object.set("additionalProperties", schema(map.getActualTypeArguments()[1], of));
                yield object;
            }
            case Class<?> one -> schema(one);
            default -> throw new IllegalStateException("no schema is known for " + type);
        };
    }

    private ObjectNode schema(Class<?> type) {
        if (type == Money.class) {
            return text("^-?(0|[1-9][0-9]{0,12})\\.[0-9]{2}$").put("description", "yuan, two decimals");
        }
        if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return object().put("type", "integer").put("format", "int64");
        }
        if (type == boolean.class || type == Boolean.class) {
            return object().put("type", "boolean");
        }
        if (type == LocalDate.class) {
            return object().put("type", "string").put("format", "date");
        }
        if (type == YearMonth.class) {
            return text("^[0-9]{4}-(0[1-9]|1[0-2])$").put("description", "a month");
        }
        if (type == Instant.class) {
            return object().put("type", "string").put("format", "date-time");
        }
        if (type == UUID.class) {
            return object().put("type", "string").put("format", "uuid");
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return object().put("description", "any JSON");
        }
        if (type.isEnum()) {
            var names = object().put("type", "string");
            Stream.of(type.getEnumConstants()).map(one -> ((Enum<?>) one).name()).forEach(names.putArray("enum")::add);
            return names;
        }
        if (type == String.class || ZoneId.class.isAssignableFrom(type) || travelsAsText(type)) {
            return object().put("type", "string");
        }
        if (type.isRecord()) {
            return reference(type, List.of());
        }
        throw new IllegalStateException("no schema is known for " + type);
    }

    private static boolean travelsAsText(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()))
                .anyMatch(member -> member.isAnnotationPresent(JsonValue.class));
    }

    private static ObjectNode text(String pattern) {
        return object().put("type", "string").put("pattern", pattern);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
