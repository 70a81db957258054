package fundtrail.command.axon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.contract.EntryCodec;
import fundtrail.contract.FactTypes;
import fundtrail.contract.FactTypes.FactType;
import fundtrail.contract.Golden;
import fundtrail.eventstore.Encoded;
import fundtrail.eventstore.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden entries of the contract, through the writing side's own codec and Axon's messages. */
class GoldenFactsTest {
    private final LedgerEventCodec codec = new LedgerEventCodec();

    static Collection<FactType> facts() {
        return FactTypes.all();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_golden_entry_becomes_an_event_and_the_very_same_bytes_again(FactType type) {
        byte[] golden = Golden.entry(type);
        var entry = new EntryCodec().decode(golden);
        EventMessage event = codec.decode(new StoredEvent(entry.position(), entry.recordedAt(), type.name(), type.version(),
                entry.envelope().eventId(), golden, EntryCodec.leafHash(golden)));
        assertEquals(type.name(), event.type().name());
        Encoded encoded = codec.encode(event);
        assertEquals(new String(golden, StandardCharsets.UTF_8),
                new String(EntryCodec.entry(entry.position(), entry.recordedAt(), encoded.tail()), StandardCharsets.UTF_8));
        assertEquals(entry.envelope().eventId(), encoded.eventId());
    }
}
