package fundtrail.command.axon;

import fundtrail.command.known.Known;
import fundtrail.command.open.OpenLedger;
import fundtrail.contract.Envelope;
import fundtrail.contract.Envelope.RecordingClock;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.eventstore.LaneEngine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;

/** Opens the ledger: one append at position 0, by the ledger itself, unsigned. */
final class OpeningHandler {
    private static final MessageType OPENED = new MessageType("LedgerOpening");

    private final Known known;
    private final LaneEngine engine;

    OpeningHandler(Known known, LaneEngine engine) {
        this.known = known;
        this.engine = engine;
    }

    /** Answers whether this call opened it. */
    MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context, EventStore store) {
        OpenLedger wish = (OpenLedger) message.payload();
        boolean open = known.ledger() == null;
        if (open) {
            Instant recordedAt = wish.clock() == null ? engine.now() : wish.clock();
            LocalDate day = LocalDate.ofInstant(recordedAt, zone(wish));
            List<EventMessage> events = new ArrayList<>();
            for (Fact fact : wish.facts()) {
                events.add(FactMessages.message(envelope(wish, fact, recordedAt, day), fact, recordedAt, events.isEmpty()));
            }
            context.putResource(LaneEngine.RECORDED_AT, recordedAt);
            store.publish(context, events);
        }
        return MessageStream.just(new GenericCommandResultMessage(OPENED, open));
    }

    private static ZoneId zone(OpenLedger wish) {
        return ((LedgerOpened) wish.facts().getFirst()).timeZone();
    }

    private static Envelope envelope(OpenLedger wish, Fact fact, Instant recordedAt, LocalDate day) {
        FactTypes.FactType type = FactTypes.of(fact.getClass());
        return new Envelope(Identities.eventId(recordedAt), Identities.nonce(), type.name(), type.version(), day,
                Envelope.LEDGER, List.of(), null, null, "opening", null,
                wish.clock() == null ? null : RecordingClock.REHEARSAL, null, null);
    }
}
