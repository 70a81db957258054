package fundtrail.query;

import fundtrail.query.follow.FeedEntry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long after a fact was recorded it can be read. Of facts recorded since we began: what had been waiting before, and
 * what a rehearsal records at an instant of its own, would say nothing of the way through.
 */
final class FeedLag {
    /** What is promised of 99 in 100 at 500 postings a second, so it has a bucket of its own. */
    private static final Duration PROMISED = Duration.ofMillis(200);

    private final Clock clock;
    private final Instant since;
    private volatile Timer timer;

    FeedLag(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    void bindTo(MeterRegistry registry) {
        timer = Timer.builder("fundtrail.feed.readable.after")
                .description("From a fact's recordedAt until it can be read, by this process's clock")
                .publishPercentileHistogram()
                .serviceLevelObjectives(PROMISED)
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
    }

    void readable(List<FeedEntry> batch) {
        Instant now = clock.instant();
        for (FeedEntry entry : batch) {
            if (!entry.recordedAt().isBefore(since) && !entry.recordedAt().isAfter(now)) {
                timer.record(Duration.between(entry.recordedAt(), now));
            }
        }
    }
}
