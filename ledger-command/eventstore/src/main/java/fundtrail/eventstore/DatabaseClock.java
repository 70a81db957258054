package fundtrail.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The database server's clock, without a round trip: kept as an offset to this machine's monotonic clock, which nobody
 * can set, and renewed by the writer about once a second.
 */
final class DatabaseClock implements InstantSource {

    /** A slower answer says too little about when the server looked at its clock. */
    private static final Duration SLOW = Duration.ofMillis(250);

    private record Sample(Instant server, long nanoTime) {}

    private volatile Sample sample;

    /** The server's clock showed this instant at some moment between two readings of {@code System.nanoTime()}. */
    void observe(Instant server, long asked, long answered) {
        long took = answered - asked;
        if (sample == null || took <= SLOW.toNanos()) sample = new Sample(server, asked + took / 2);
    }

    /** @throws IllegalStateException before the first observation */
    @Override
    public Instant instant() {
        Sample latest = sample;
        if (latest == null) throw new IllegalStateException("The server's clock is not known before the store is open.");
        return latest.server.plusNanos(System.nanoTime() - latest.nanoTime);
    }
}
