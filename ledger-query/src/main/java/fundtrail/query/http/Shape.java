package fundtrail.query.http;

import java.util.List;

/**
 * What an answer looks like.
 *
 * @param record the record it is made of; null where it is no JSON
 * @param of     what its type variable stands for, then what that one's stands for, and so on; empty where it has none
 */
public record Shape(String contentType, Class<? extends Record> record, List<Class<? extends Record>> of) {

    public Shape {
        of = List.copyOf(of);
    }

    public static Shape json(Class<? extends Record> record) {
        return new Shape("application/json", record, List.of());
    }

    public static Shape json(Class<? extends Record> record, Class<? extends Record> of) {
        return new Shape("application/json", record, List.of(of));
    }

    public static Shape json(Class<? extends Record> record, Class<? extends Record> of, Class<? extends Record> inner) {
        return new Shape("application/json", record, List.of(of, inner));
    }

    /** Not JSON: just a type of content. */
    public static Shape raw(String contentType) {
        return new Shape(contentType, null, List.of());
    }
}
