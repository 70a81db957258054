package fundtrail.eventstore;

import java.time.Instant;
import java.util.Set;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/** A fact that was decided: its position, its instant and the bytes of its tail are final. Perhaps it is not yet durable. */
record Fact(long position, Instant recordedAt, EventMessage event, Set<Tag> tags, Encoded encoded) {

    String type() {
        return event.type().name();
    }

    int length() {
        return Entry.length(position, encoded.tail());
    }

    byte[] entry() {
        return Entry.splice(position, recordedAt, encoded.tail());
    }

    boolean matches(EventCriteria criteria) {
        return criteria.matches(event.type().qualifiedName(), tags);
    }
}
