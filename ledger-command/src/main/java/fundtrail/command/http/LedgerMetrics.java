package fundtrail.command.http;

import fundtrail.command.WritingSide;
import fundtrail.eventstore.LaneEngine;
import fundtrail.eventstore.LaneMeasures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What the lane counts, for {@code /metrics}; from nothing again when this node begins a new term. */
final class LedgerMetrics implements MeterBinder {
    private final WritingSide ledger;

    LedgerMetrics(WritingSide ledger) {
        this.ledger = ledger;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "ledger.writes", engine -> engine.status() == LaneEngine.Status.RUNNING ? 1 : 0, "1 while this node writes");
        gauge(registry, "ledger.position.durable", LaneEngine::durable, "the last durable position");
        gauge(registry, "ledger.wishes.waiting", engine -> engine.measures().waitingWishes(), "wishes waiting to be decided");
        gauge(registry, "ledger.facts.pending", engine -> engine.measures().pendingFacts(), "facts decided and not yet durable");
        Gauge.builder("ledger.snapshot.position", ledger, of -> of.snapshots().position())
                .description("the position of the last snapshot of the decision state, -1 for none").register(registry);
        FunctionCounter.builder("ledger.snapshots.discarded", ledger, of -> of.snapshots().discarded())
                .description("snapshots of the decision state that were found wrong").register(registry);
        count(registry, "ledger.decisions", measures -> measures.decisions, "wishes decided");
        count(registry, "ledger.groups", measures -> measures.groups, "groups committed");
        count(registry, "ledger.facts", measures -> measures.facts, "facts committed");
        count(registry, "ledger.bytes", measures -> measures.bytes, "bytes of entries committed");
        count(registry, "ledger.outcomes.unknown", measures -> measures.outcomesUnknown, "commits whose outcome had to be looked up");
        count(registry, "ledger.unwritable", measures -> measures.unwritable, "groups the database could not write: disk full, read only");
        count(registry, "ledger.facts.taken.back", measures -> measures.takenBack, "facts decided that never became durable");
    }

    private void gauge(MeterRegistry registry, String name, ToDoubleFunction<LaneEngine> value, String description) {
        Gauge.builder(name, ledger, of -> value.applyAsDouble(of.engine())).description(description).register(registry);
    }

    private void count(MeterRegistry registry, String name, Function<LaneMeasures, LongAdder> adder, String description) {
        FunctionCounter.builder(name, ledger, of -> adder.apply(of.engine().measures()).sum()).description(description).register(registry);
    }
}
