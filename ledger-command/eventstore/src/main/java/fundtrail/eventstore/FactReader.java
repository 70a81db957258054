package fundtrail.eventstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/**
 * Reads committed facts, on any thread and beside the writer. Throws Axon's {@code EventStoreException} where the
 * database cannot be read.
 */
public interface FactReader {

    /** The last committed position, or -1. */
    long head();

    /** The fact at a position, if it is committed. */
    Optional<StoredEvent> at(long position);

    /** Hands over the facts of the positions from {@code from} up to but not including {@code until}, in order. */
    void read(long from, long until, Consumer<StoredEvent> each);

    /** The first {@code limit} facts of that range that match, in order. */
    List<StoredEvent> matching(EventCriteria criteria, long from, long until, int limit);

    /** Whether a fact of that range matches. */
    boolean anyMatch(EventCriteria criteria, long from, long until);

    /** The first position recorded at that instant or later; one past the head if there is none. */
    default long firstRecordedFrom(Instant instant) {
        long low = 0;
        long high = head() + 1;
        while (low < high) { // recordedAt never goes back from one position to the next
            long middle = (low + high) >>> 1;
            if (at(middle).orElseThrow().recordedAt().isBefore(instant)) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
