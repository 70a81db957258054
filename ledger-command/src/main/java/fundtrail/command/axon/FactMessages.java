package fundtrail.command.axon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Entry;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.Json;
import fundtrail.contract.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/** A fact as an Axon event: the fact is the payload, its envelope the metadata, its name and version the type. */
public final class FactMessages {
    /** Marks the first fact of an append: the one that claims the wish's key. */
    static final String LEADS = "leads";

    private static final ObjectReader SIGNATURES = Json.MAPPER.readerFor(new TypeReference<List<Signature>>() {});
    private static final ObjectReader DOCUMENT = Json.MAPPER.readerFor(DocumentRef.class);

    private FactMessages() {}

    /** @param leads whether it is the first of its append */
    public static EventMessage message(Envelope envelope, Fact fact, Instant recordedAt, boolean leads) {
        Map<String, String> metadata = new HashMap<>();
        put(metadata, "nonce", envelope.nonce());
        put(metadata, "effectiveDate", envelope.effectiveDate());
        put(metadata, "actor", envelope.actor());
        put(metadata, "signatures", json(envelope.signatures()));
        put(metadata, "key", envelope.key());
        put(metadata, "wishHash", envelope.wishHash());
        put(metadata, "correlation", envelope.correlation());
        put(metadata, "causation", envelope.causation());
        put(metadata, "clock", envelope.clock());
        put(metadata, "document", envelope.document() == null ? null : json(envelope.document()));
        put(metadata, "ruleSet", envelope.ruleSet());
        if (leads) {
            metadata.put(LEADS, "true");
        }
        return new GenericEventMessage(envelope.eventId().toString(), type(fact.getClass()), fact, metadata, recordedAt);
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
        Map<String, String> metadata = message.metadata();
        String clock = metadata.get("clock");
        String document = metadata.get("document");
        FactTypes.FactType type = FactTypes.of(message.payload().getClass());
        return new Envelope(
                UUID.fromString(message.identifier()),
                metadata.get("nonce"),
                type.name(),
                type.version(),
                LocalDate.parse(metadata.get("effectiveDate")),
                metadata.get("actor"),
                read(SIGNATURES, metadata.get("signatures")),
                metadata.get("key"),
                metadata.get("wishHash"),
                metadata.get("correlation"),
                metadata.get("causation"),
                clock == null ? null : Envelope.RecordingClock.valueOf(clock),
                document == null ? null : read(DOCUMENT, document),
                metadata.get("ruleSet"));
    }

    private static void put(Map<String, String> metadata, String key, Object value) {
        if (value != null) {
            metadata.put(key, value.toString());
        }
    }

    private static String json(Object value) {
        return new String(Json.canonical(value), StandardCharsets.UTF_8);
    }

    private static <T> T read(ObjectReader reader, String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this metadata is no envelope: " + json, e);
        }
    }
}
