package fundtrail.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A token bucket for each of many, at the service's clock; who was long not seen is forgotten, with a full bucket. */
final class Buckets {
    /** About 40 MB if all were there; beyond it the least used are forgotten. */
    static final int MOST_KEPT = 100_000;

    private final long capacity;
    private final long refill;
    private final Duration every;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /** @param refill how many come back in {@code every}, evenly spread */
    Buckets(long capacity, long refill, Duration every, Clock clock) {
        this.capacity = capacity;
        this.refill = refill;
        this.every = every;
        this.time = meter(clock);
        this.buckets = kept(every.multipliedBy(capacity / refill + 1), clock).build();
    }

    Bucket of(String whose) {
        return buckets.get(whose, _ -> Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, every))
                .withCustomTimePrecision(time)
                .build());
    }

    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    /** Evicts on the caller's thread: no thread of the common pool, and the same in a test. */
    static Caffeine<Object, Object> kept(Duration unseen, Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(unseen)
                .ticker(() -> nanos(clock))
                .executor(Runnable::run);
    }

    private static TimeMeter meter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos(clock);
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    private static long nanos(Clock clock) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }
}
