package fundtrail.door;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;

/** So many requests a person, and no more. Safe for use by many threads. */
public final class Allowance {
    private final Buckets buckets;

    public Allowance(Rate rate, Clock clock) {
        buckets = new Buckets(rate.burst(), rate.perSecond(), Duration.ofSeconds(1), clock);
    }

    /** Takes one request from what the person has left; answers how long to wait if none is left, else zero. */
    public Duration take(String person) {
        ConsumptionProbe taken = buckets.of(person).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Duration.ZERO : Duration.ofNanos(taken.getNanosToWaitForRefill());
    }
}
