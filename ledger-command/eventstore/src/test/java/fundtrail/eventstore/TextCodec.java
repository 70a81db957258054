package fundtrail.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/** Events whose payload is a text. What stands in the metadata {@code unique} is claimed for ever. */
final class TextCodec implements EventCodec {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Encoded encode(EventMessage event) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("eventId", event.identifier());
        fields.put("messageVersion", event.type().version());
        fields.put("timestamp", event.timestamp().toString());
        fields.put("metadata", Map.copyOf(event.metadata()));
        fields.put("payload", event.payload());
        String unique = event.metadata().get("unique");
        return new Encoded(UUID.fromString(event.identifier()), 1, tail(fields), unique == null ? List.of() : List.of(new Unique("metadata", unique)));
    }

    @Override
    public EventMessage decode(StoredEvent stored) {
        Map<String, Object> fields = read(stored.entry());
        Map<String, String> metadata = JSON.convertValue(fields.get("metadata"), new TypeReference<>() {});
        return new GenericEventMessage((String) fields.get("eventId"), new MessageType(stored.type(), (String) fields.get("messageVersion")),
                fields.get("payload"), metadata, Instant.parse((String) fields.get("timestamp")));
    }

    private static byte[] tail(Map<String, Object> fields) {
        try {
            String json = JSON.writeValueAsString(fields);
            return json.substring(1).getBytes(UTF_8); // without the opening brace, which the engine's head brings
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Map<String, Object> read(byte[] entry) {
        try {
            return JSON.readValue(entry, new TypeReference<>() {});
        } catch (IOException notJson) {
            throw new UncheckedIOException(new String(entry, UTF_8), notJson);
        }
    }
}
