package fundtrail.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A query parameter. What may stand in it is said to people by the catalogue, and to programs by its schema.
 *
 * @param allowed the catalogue's key, after {@code parameter.}; its name, unless two parameters share that
 * @param reading makes the value of the text, or throws {@link IllegalArgumentException} or
 *                {@link java.time.DateTimeException}
 * @param schema  JSON Schema (2020-12) of the text
 */
public record Parameter<T>(String name, String allowed, Function<String, T> reading, ObjectNode schema) {

    /** Any text that {@code reading} accepts. */
    public static <T> Parameter<T> of(String name, Function<String, T> reading) {
        return new Parameter<>(name, name, reading, type("string"));
    }

    /** A text of a well-known form, such as {@code date}. */
    public static <T> Parameter<T> of(String name, Function<String, T> reading, String format) {
        return new Parameter<>(name, name, reading, type("string").put("format", format));
    }

    /** One of an enumeration's names. */
    public static <E extends Enum<E>> Parameter<E> oneOf(String name, Class<E> values) {
        var schema = type("string");
        Stream.of(values.getEnumConstants()).map(Enum::name).forEach(schema.putArray("enum")::add);
        return new Parameter<>(name, name, text -> Enum.valueOf(values, text), schema);
    }

    /** A whole number from {@code least} to {@code most}. */
    public static Parameter<Long> number(String name, long least, long most) {
        return new Parameter<>(
                name,
                name,
                text -> {
                    long value = Long.parseLong(text);
                    if (value < least || value > most || text.startsWith("+")) {
                        throw new IllegalArgumentException(name);
                    }
                    return value;
                },
                type("integer").put("format", "int64").put("minimum", least).put("maximum", most));
    }

    /** {@code true} or {@code false}. */
    public static Parameter<Boolean> yesOrNo(String name) {
        return new Parameter<>(
                name,
                name,
                text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(name);
                },
                type("boolean"));
    }

    /** Several of an enumeration's names, with commas between. */
    public static <E extends Enum<E>> Parameter<List<E>> someOf(String name, Class<E> values) {
        var schema = type("string").put("pattern", "^[A-Za-z_]+(,[A-Za-z_]+)*$");
        return new Parameter<>(
                name,
                name,
                text -> Arrays.stream(text.split(",", -1)).map(one -> Enum.valueOf(values, one)).distinct().toList(),
                schema);
    }

    /** The same, explained by another text of the catalogue. */
    public Parameter<T> explainedAs(String key) {
        return new Parameter<>(name, key, reading, schema);
    }

    private static ObjectNode type(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
