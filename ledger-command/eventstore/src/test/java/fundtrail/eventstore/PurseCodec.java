package fundtrail.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/** A draw's id may stand in one fact only, for ever. */
final class PurseCodec implements EventCodec {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Class<? extends PurseFact>> TYPES = Map.of("Filled", PurseFact.Filled.class,
            "Drawn", PurseFact.Drawn.class, "Held", PurseFact.Held.class, "Released", PurseFact.Released.class);

    @Override
    public Encoded encode(EventMessage event) {
        try {
            var fact = (PurseFact) event.payload();
            String tail = "\"eventId\":\"" + event.identifier() + "\",\"body\":" + JSON.writeValueAsString(fact) + "}";
            List<Unique> uniques = fact instanceof PurseFact.Drawn drawn ? List.of(new Unique("draw", drawn.draw())) : List.of();
            return new Encoded(UUID.fromString(event.identifier()), 1, tail.getBytes(UTF_8), uniques);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public EventMessage decode(StoredEvent stored) {
        try {
            PurseFact fact = JSON.treeToValue(JSON.readTree(stored.entry()).get("body"), TYPES.get(stored.type()));
            return new GenericEventMessage(stored.eventId().toString(), new MessageType(stored.type(), "1"), fact, Map.of(), stored.recordedAt());
        } catch (IOException notOfThisCodec) {
            throw new UncheckedIOException(notOfThisCodec);
        }
    }
}
