package fundtrail.query.http;

/**
 * What an answer looks like.
 *
 * @param record the record it is made of; null where it is no JSON
 * @param item   what the record's one type variable stands for; null where it has none
 */
public record Shape(String contentType, Class<? extends Record> record, Class<?> item) {

    public static Shape json(Class<? extends Record> record) {
        return new Shape("application/json", record, null);
    }

    public static Shape json(Class<? extends Record> record, Class<?> item) {
        return new Shape("application/json", record, item);
    }

    /** Not JSON: just a type of content. */
    public static Shape raw(String contentType) {
        return new Shape(contentType, null, null);
    }
}
