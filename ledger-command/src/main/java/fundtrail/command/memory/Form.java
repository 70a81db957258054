package fundtrail.command.memory;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How a kind of value stands in a row. Equal values have equal bytes: by them two memories are compared. What there is
 * little of stands as JSON; what there is much of has a form of its own.
 */
public interface Form<T> {
    int NO_DAY = Integer.MIN_VALUE;

    Form<String> TEXT = of((out, value) -> out.writeUTF(value), in -> in.readUTF());
    Form<Long> LONG = of((out, value) -> out.writeLong(value), RowIn::readLong);
    Form<Integer> INT = of((out, value) -> out.writeInt(value), RowIn::readInt);

    /** Writes a value. */
    interface Writing<T> {
        void write(DataOutput out, T value) throws IOException;
    }

    /** Reads what was written. */
    interface Reading<T> {
        T read(RowIn in) throws IOException;
    }

    void write(DataOutput out, T value) throws IOException;

    T read(RowIn in) throws IOException;

    static <T> Form<T> of(Writing<T> writing, Reading<T> reading) {
        return new Form<>() {
            @Override
            public void write(DataOutput out, T value) throws IOException {
                writing.write(out, value);
            }

            @Override
            public T read(RowIn in) throws IOException {
                return reading.read(in);
            }
        };
    }

    /** What is known by its text. */
    static <T> Form<T> identifier(Function<String, T> make) {
        return of((out, value) -> out.writeUTF(value.toString()), in -> in.identifier(make));
    }

    /** A record without lists whose order has no meaning; a fact without lines. */
    static <T> Form<T> json(Class<T> type) {
        return json(Json.MAPPER.constructType(type));
    }

    static <T> Form<List<T>> list(Class<T> ofType) {
        return json(Json.MAPPER.getTypeFactory().constructCollectionType(List.class, ofType));
    }

    /** A set, in the order of its members' JSON. */
    static <T> Form<Set<T>> set(Class<T> ofType) {
        Form<List<String>> members = list(String.class);
        return of((out, set) -> members.write(out, set.stream().map(Form::json).sorted(Comparator.naturalOrder()).toList()),
                in -> {
                    Set<T> set = new java.util.HashSet<>();
                    for (String member : members.read(in)) {
                        set.add(Json.MAPPER.readValue(member, ofType));
                    }
                    return Set.copyOf(set);
                });
    }

    /** A fact with its lines, which stand beside its body. */
    static <T extends Fact> Form<T> posted(Class<T> type) {
        Form<ObjectNode> whole = json(ObjectNode.class);
        return of((out, fact) -> {
            ObjectNode node = Json.MAPPER.valueToTree(fact);
            whole.write(out, node.set("lines", Json.MAPPER.valueToTree(fact.lines())));
        }, in -> Json.MAPPER.treeToValue(whole.read(in), type));
    }

    static void day(DataOutput out, LocalDate day) throws IOException {
        out.writeInt(day == null ? NO_DAY : Math.toIntExact(day.toEpochDay()));
    }

    static void text(DataOutput out, String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static String json(Object value) {
        return new String(Json.canonical(value), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static <T> Form<T> json(JavaType type) {
        var reader = Json.MAPPER.readerFor(type);
        return of((out, value) -> {
            byte[] json = Json.canonical(value);
            out.writeInt(json.length);
            out.write(json);
        }, in -> reader.readValue(in.readNBytes(in.readInt())));
    }
}
