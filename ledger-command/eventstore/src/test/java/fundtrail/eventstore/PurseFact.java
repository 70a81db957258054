package fundtrail.eventstore;

import java.util.Set;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventstreaming.Tag;

/** The small domain of these tests: purses that are filled, drawn upon, and held. No draw may exceed what is there, or come while held. */
sealed interface PurseFact {

    String purse();

    default MessageType type() {
        return new MessageType(getClass().getSimpleName(), "1");
    }

    default Set<Tag> tags() {
        return Set.of(Tag.of("purse", purse()));
    }

    record Filled(String purse, long amount) implements PurseFact {}

    record Drawn(String purse, String draw, long amount) implements PurseFact {
        @Override
        public Set<Tag> tags() {
            return Set.of(Tag.of("purse", purse), Tag.of("draw", draw));
        }
    }

    record Held(String purse) implements PurseFact {}

    record Released(String purse) implements PurseFact {}
}
