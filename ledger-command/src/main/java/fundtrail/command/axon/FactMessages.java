package fundtrail.command.axon;

import fundtrail.contract.Entry;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Map;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/**
 * A fact as an Axon event: the fact is the payload, its name and version the type. Its envelope goes along as it is:
 * metadata, which are texts, would have to be written and read again for each fact in the lane.
 */
public final class FactMessages {
    private static final class FactMessage extends GenericEventMessage {
        private final Envelope envelope;
        private final boolean leads;

        FactMessage(Envelope envelope, Fact fact, Instant recordedAt, boolean leads) {
            super(envelope.eventId().toString(), FactMessages.type(fact.getClass()), fact, Map.of(), recordedAt);
            this.envelope = envelope;
            this.leads = leads;
        }

        /** A fact has none, so that none can be lost on the way. */
        @Override
        public EventMessage withMetadata(Map<String, String> metadata) {
            return this;
        }

        @Override
        public EventMessage andMetadata(Map<String, String> metadata) {
            return this;
        }

        @Override
        public EventMessage withConvertedPayload(Type type, Converter converter) {
            return this;
        }
    }

    private FactMessages() {}

    /** @param leads whether it is the first of its append: the one that claims the wish's key */
    public static EventMessage message(Envelope envelope, Fact fact, Instant recordedAt, boolean leads) {
        return new FactMessage(envelope, fact, recordedAt, leads);
    }

    static EventMessage message(Entry entry) {
        return message(entry.envelope(), entry.fact(), entry.recordedAt(), false);
    }

    static MessageType type(Class<?> record) {
        FactTypes.FactType type = FactTypes.of(record);
        return new MessageType(type.name(), Integer.toString(type.version()));
    }

    static Fact fact(EventMessage message) {
        return (Fact) message.payload();
    }

    static Envelope envelope(EventMessage message) {
        return ((FactMessage) message).envelope;
    }

    /** Whether it is the first of its append: the one that claims the wish's key. */
    static boolean leads(EventMessage message) {
        return ((FactMessage) message).leads;
    }
}
