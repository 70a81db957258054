package fundtrail.command.http;

import fundtrail.command.WritingSide;
import fundtrail.eventstore.LaneEngine;
import fundtrail.eventstore.LaneMeasures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.LongAdder;

/** What the lane counts, for {@code /metrics}. */
final class LedgerMetrics implements MeterBinder {
    private final WritingSide ledger;

    LedgerMetrics(WritingSide ledger) {
        this.ledger = ledger;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        LaneEngine engine = ledger.engine();
        LaneMeasures measures = engine.measures();
        Gauge.builder("ledger.position.durable", engine, LaneEngine::durable)
                .description("the last durable position").register(registry);
        Gauge.builder("ledger.wishes.waiting", measures, LaneMeasures::waitingWishes)
                .description("wishes waiting to be decided").register(registry);
        Gauge.builder("ledger.facts.pending", measures, LaneMeasures::pendingFacts)
                .description("facts decided and not yet durable").register(registry);
        count(registry, "ledger.decisions", measures.decisions, "wishes decided");
        count(registry, "ledger.groups", measures.groups, "groups committed");
        count(registry, "ledger.facts", measures.facts, "facts committed");
        count(registry, "ledger.bytes", measures.bytes, "bytes of entries committed");
        count(registry, "ledger.outcomes.unknown", measures.outcomesUnknown, "commits whose outcome had to be looked up");
        count(registry, "ledger.facts.taken.back", measures.takenBack, "facts decided that never became durable");
    }

    private static void count(MeterRegistry registry, String name, LongAdder adder, String description) {
        FunctionCounter.builder(name, adder, LongAdder::sum).description(description).register(registry);
    }
}
