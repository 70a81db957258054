package fundtrail.client;

import java.time.Duration;

/**
 * How often something is asked for again, and what is done between.
 *
 * @param attempts how often it is asked at most, the first time included
 * @param longest  the longest pause before another attempt, whatever the server asks for
 * @param pausing  lets a pause pass
 */
public record Patience(int attempts, Duration longest, Pausing pausing) {
    /** About a quarter of a minute in all. */
    public static final Patience USUAL = new Patience(9, Duration.ofSeconds(3), Thread::sleep);

    private static final Duration FIRST = Duration.ofMillis(100);

    /** Lets time pass. */
    @FunctionalInterface
    public interface Pausing {
        void pause(Duration pause) throws InterruptedException;
    }

    /** The pause after the given attempt (from 1): twice as long each time. */
    Duration after(int attempt) {
        return atMost(FIRST.multipliedBy(1L << Math.min(attempt - 1, 16)));
    }

    Duration atMost(Duration asked) {
        return asked.compareTo(longest) > 0 ? longest : asked;
    }
}
