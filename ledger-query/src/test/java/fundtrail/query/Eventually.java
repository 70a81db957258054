package fundtrail.query;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another thread will bring about; a deadline far beyond it turns a hang into a failure. */
public final class Eventually {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_NANOS = 5_000_000;

    private Eventually() {}

    public static void that(BooleanSupplier condition, Supplier<Object> otherwise) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come about: " + otherwise.get());
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
