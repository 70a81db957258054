package fundtrail.command.axon;

import fundtrail.command.decide.Command;
import fundtrail.command.gate.Gate;
import fundtrail.command.gate.Ruling;
import fundtrail.command.gate.Ruling.Signed;
import fundtrail.command.gate.Wish;
import fundtrail.command.known.Known;
import fundtrail.contract.Envelope;
import fundtrail.contract.Envelope.RecordingClock;
import fundtrail.contract.Fact;
import fundtrail.contract.FactTypes;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.door.Correlation;
import fundtrail.eventstore.LaneEngine;
import java.time.Instant;
import java.time.LocalDate;
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
import org.slf4j.MDC;

/**
 * Handles every command, in the lane: asks the gate, appends what it wants recorded. Event ids and nonces are drawn
 * here, outside what is decided.
 */
final class WishHandler {
    private static final MessageType OUTCOME = new MessageType("Outcome");

    private final Gate gate;
    private final Known known;
    private final LaneEngine engine;

    WishHandler(Gate gate, Known known, LaneEngine engine) {
        this.gate = gate;
        this.known = known;
        this.engine = engine;
    }

    MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context, EventStore store) {
        Wish wish = Wish.of(message.metadata());
        try (var _ = MDC.putCloseable(Correlation.LOGGED, wish.correlation())) {
            return decide(wish, (Command) message.payload(), context, store);
        }
    }

    private MessageStream.Single<CommandResultMessage> decide(Wish wish, Command command, ProcessingContext context, EventStore store) {
        Ruling ruling = gate.rule(wish, command, engine.now(), engine.head(), engine.headRecordedAt(), known);
        Object outcome = switch (ruling) {
            case Ruling.AskedBefore before -> new Outcome.AskedBefore(before.firstPosition(), before.lastPosition());
            case Ruling.ContentNeeded needed -> needed;
            case Ruling.Record record -> record(wish, record, context, store);
            case Ruling.Refuse refuse -> {
                recordRefusals(wish, refuse, context, store);
                yield new Outcome.Refusal(refuse.refused(), refuse.recorded().size(), refuse.repeated());
            }
        };
        return MessageStream.just(new GenericCommandResultMessage(OUTCOME, outcome));
    }

    private Outcome record(Wish wish, Ruling.Record record, ProcessingContext context, EventStore store) {
        List<EventMessage> events = new ArrayList<>(record.facts().size());
        List<Fact> facts = new ArrayList<>(record.facts().size());
        for (Signed signed : record.facts()) {
            Envelope envelope = envelope(wish, record.recordedAt(), signed.fact(), signed.effectiveDate(), signed);
            events.add(FactMessages.message(envelope, signed.fact(), record.recordedAt(), events.isEmpty()));
            facts.add(signed.fact());
        }
        append(events, record.recordedAt(), context, store);
        return new Outcome.Recorded(engine.head() + 1, record.recordedAt(), facts);
    }

    private void recordRefusals(Wish wish, Ruling.Refuse refuse, ProcessingContext context, EventStore store) {
        List<EventMessage> events = new ArrayList<>();
        for (CommandRefused fact : refuse.recorded()) {
            Envelope envelope = envelope(wish, refuse.recordedAt(), fact, refuse.today(), null);
            events.add(FactMessages.message(envelope, fact, refuse.recordedAt(), events.isEmpty()));
        }
        append(events, refuse.recordedAt(), context, store);
    }

    private void append(List<EventMessage> events, Instant recordedAt, ProcessingContext context, EventStore store) {
        if (!events.isEmpty()) {
            context.putResource(LaneEngine.RECORDED_AT, recordedAt);
            store.publish(context, events);
        }
    }

    /** The rule set in force on a day, or {@code null}. */
    private String ruleSet(LocalDate day) {
        RuleSetPublished rules = known.rules().inForce(day);
        return rules == null ? null : rules.ruleSet().value();
    }

    /** @param signed {@code null} for the ledger's own fact: it has no signatures and leaves the wish's key free */
    private Envelope envelope(Wish wish, Instant recordedAt, Fact fact, LocalDate effectiveDate, Signed signed) {
        FactTypes.FactType type = FactTypes.of(fact.getClass());
        return new Envelope(
                Identities.eventId(recordedAt),
                Identities.nonce(),
                type.name(),
                type.version(),
                effectiveDate,
                signed == null ? null : signed.concerns(),
                signed == null ? Envelope.LEDGER : wish.person().value(),
                signed == null ? List.of() : signed.signatures(),
                signed == null ? null : wish.key(),
                signed == null ? null : wish.hash(),
                wish.correlation(),
                signed == null || signed.causation() == null ? null : signed.causation().value(),
                wish.rehearsalClock() == null ? null : RecordingClock.REHEARSAL,
                signed == null ? null : signed.document(),
                ruleSet(effectiveDate));
    }
}
