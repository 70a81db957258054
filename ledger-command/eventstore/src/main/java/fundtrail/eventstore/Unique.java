package fundtrail.eventstore;

import java.util.Objects;

/**
 * A value that may stand in one fact only, for ever: a wish's key, a bank reference, a document's number.
 *
 * @param scope what kind of value it is; values of different scopes never meet
 * @param value the value itself, at most 2,000 bytes of UTF-8 (what an index entry of PostgreSQL holds)
 */
public record Unique(String scope, String value) {

    public Unique {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(value, "value");
    }
}
