package fundtrail.eventstore;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * An event as it will be kept, but for the head that only the lane knows.
 *
 * @param eventId the fact's own id, unique for ever
 * @param version the version of the fact's form, from 1
 * @param tail    one line of UTF-8 JSON from {@code "eventId":} to the closing brace; not copied, so leave it alone
 * @param uniques what no later fact may claim again
 */
public record Encoded(UUID eventId, int version, byte[] tail, List<Unique> uniques) {

    /** @throws IllegalArgumentException if the version is below 1 or the tail is not the rest of a one-line JSON object */
    public Encoded {
        Objects.requireNonNull(eventId, "eventId");
        uniques = List.copyOf(uniques);
        if (version < 1) throw new IllegalArgumentException("The version of a fact's form counts from 1, not " + version + ".");
        Entry.checkTail(tail);
    }
}
