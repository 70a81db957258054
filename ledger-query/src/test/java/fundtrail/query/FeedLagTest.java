package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.query.follow.FeedEntry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which facts tell how long the way to the reader is, and what is told of them. */
class FeedLagTest {
    private static final Instant BEGAN = Instant.parse("2018-06-01T02:00:00Z");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private Instant now = BEGAN;
    private final FeedLag lag = new FeedLag(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    });

    @AfterEach void closed() {
        registry.close();
    }

    @Test void each_fact_of_a_batch_counts_from_when_it_was_recorded() {
        lag.bindTo(registry);
        now = BEGAN.plusMillis(250);
        readable(0, 60, 51, 49);
        now = BEGAN.plusMillis(400);
        readable(390);
        assertEquals(5, count());
        assertEquals(250 + 190 + 199 + 201 + 10, registry.get("fundtrail.feed.readable.after").timer().totalTime(TimeUnit.MILLISECONDS));
        assertEquals(3, within("0.2"), "the promise has a bucket of its own");
        assertEquals(5, within("+Inf"));
    }

    @Test void what_waited_before_we_began_and_what_is_recorded_in_a_time_to_come_tells_nothing() {
        lag.bindTo(registry);
        now = BEGAN.plusMillis(100);
        readable(-1, 101);
        assertEquals(0, count());
    }

    private void readable(long... recordedAfterMillis) {
        lag.readable(Arrays.stream(recordedAfterMillis)
                .mapToObj(millis -> new FeedEntry(0, BEGAN.plusMillis(millis), "T", 1, new byte[0], new byte[0]))
                .toList());
    }

    private long count() {
        return registry.get("fundtrail.feed.readable.after").timer().count();
    }

    private long within(String seconds) {
        String bucket = "fundtrail_feed_readable_after_seconds_bucket{le=\"" + seconds + "\"} ";
        return registry.scrape().lines().filter(line -> line.startsWith(bucket)).mapToLong(line -> Long.parseLong(line.substring(bucket.length())))
                .findFirst().orElseThrow();
    }
}
