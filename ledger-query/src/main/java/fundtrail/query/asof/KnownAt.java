package fundtrail.query.asof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** What a caller says for {@code known}: what the ledger had learned by then. */
public sealed interface KnownAt {
    /** Up to a position, which is never ambiguous. */
    record Position(long position) implements KnownAt {}

    /** By an instant. */
    record Moment(Instant instant) implements KnownAt {}

    /** By the end of a day, in the ledger's zone. */
    record EndOf(LocalDate day) implements KnownAt {}

    /**
     * Digits are a position, {@code 2018-12-18} a day, {@code 2018-12-18T10:00:00+08:00} an instant.
     *
     * @throws java.time.DateTimeException when it is none of them
     */
    static KnownAt parse(String text) {
        if (text.matches("[0-9]{1,18}")) {
            return new Position(Long.parseLong(text));
        }
        return text.indexOf('T') < 0 ? new EndOf(LocalDate.parse(text)) : new Moment(OffsetDateTime.parse(text).toInstant());
    }
}
