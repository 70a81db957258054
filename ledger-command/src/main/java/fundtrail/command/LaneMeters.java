package fundtrail.command;

import fundtrail.eventstore.LaneWatch;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long a wish waits, is decided and is committed, and how large groups are, as histograms for {@code /metrics}. */
final class LaneMeters implements LaneWatch {
    private final Timer wait;
    private final Timer decide;
    private final Timer commit;
    private final DistributionSummary groupFacts;
    private final DistributionSummary groupBytes;

    LaneMeters(MeterRegistry meters) {
        wait = timer("ledger.wait", "from a wish's entry into the queue to its turn", Duration.ofNanos(10_000), Duration.ofSeconds(10))
                .register(meters);
        decide = timer("ledger.decide", "the decision of one wish", Duration.ofNanos(10_000), Duration.ofSeconds(1)).register(meters);
        commit = timer("ledger.commit", "one group, from its first sending until it was durable", Duration.ofNanos(100_000), Duration.ofSeconds(10))
                .register(meters);
        groupFacts = DistributionSummary.builder("ledger.group.facts").description("facts of one group")
                .publishPercentileHistogram().minimumExpectedValue(1.0).maximumExpectedValue(16_384.0).register(meters);
        groupBytes = DistributionSummary.builder("ledger.group.bytes").description("bytes of one group's entries")
                .publishPercentileHistogram().minimumExpectedValue(256.0).maximumExpectedValue(16.0 * 1024 * 1024).register(meters);
    }

    private static Timer.Builder timer(String name, String description, Duration least, Duration most) {
        return Timer.builder(name).description(description)
                .publishPercentileHistogram().minimumExpectedValue(least).maximumExpectedValue(most);
    }

    @Override
    public void waited(long nanos) {
        wait.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void decided(long nanos) {
        decide.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void committed(int facts, long bytes, long nanos) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
        groupFacts.record(facts);
        groupBytes.record(bytes);
    }
}
