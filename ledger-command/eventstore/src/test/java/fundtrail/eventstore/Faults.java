package fundtrail.eventstore;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets steps of groups fail or wait, as a test says. */
final class Faults implements GroupHook {

    /** A step at which the writer waits. */
    final class Stop {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        /** Waits until a group has come to this step. */
        void awaitReached() {
            await(reached);
        }

        /** Lets the group go on, and all later ones. */
        void release() {
            goOn.countDown();
        }
    }

    private final Map<Step, AtomicInteger> losses = new EnumMap<>(Step.class);
    private final Map<Step, Stop> stops = new EnumMap<>(Step.class);

    /** The next so many groups that come to this step lose their connection there. */
    synchronized void loseAt(Step step, int times) {
        losses.put(step, new AtomicInteger(times));
    }

    synchronized Stop stopAt(Step step) {
        var stop = new Stop();
        stops.put(step, stop);
        return stop;
    }

    synchronized void never() {
        losses.clear();
    }

    @Override
    public void at(Step step, long first, long last) throws GroupStore.Lost {
        Stop stop;
        AtomicInteger loss;
        synchronized (this) {
            stop = stops.remove(step);
            loss = losses.get(step);
        }
        if (stop != null) {
            stop.reached.countDown();
            await(stop.goOn);
        }
        if (loss != null && loss.getAndDecrement() > 0) throw new GroupStore.Lost("lost by the test at " + step, null);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) throw new AssertionError("nobody came for 30 s");
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
