package fundtrail.command.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much content of requests is held in memory at once, for all callers together. A request takes room as its content
 * comes, so that one which announces much and sends little stands in nobody's way, and gives it back once it is answered.
 */
final class ContentRoom {
    private static final int UNIT_BYTES = 1024;

    private final Semaphore units;
    private final Duration longestWait;

    /**
     * @param kib         the room, in KiB
     * @param longestWait how long a request waits for room before it is told to come again
     */
    ContentRoom(int kib, Duration longestWait) {
        units = new Semaphore(kib);
        this.longestWait = longestWait;
    }

    Share share() {
        return new Share();
    }

    /** One request's part of the room. */
    final class Share {
        private int held;

        /** @throws TurnedAway 503 when there is no room for so many bytes in all */
        void hold(int bytes) {
            int more = (bytes + UNIT_BYTES - 1) / UNIT_BYTES - held;
            if (more <= 0) {
                return;
            }
            try {
                if (!units.tryAcquire(more, longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new TurnedAway(DoorCode.BUSY);
                }
                held += more;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TurnedAway(DoorCode.BUSY);
            }
        }

        void giveBack() {
            units.release(held);
            held = 0;
        }
    }
}
