package fundtrail.load.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;

/**
 * What some callers got done in a while.
 *
 * @param nanos how long each took, ascending
 */
record Spell(double seconds, long[] nanos) {
    /** What one caller does again and again. */
    interface Work {
        void once() throws Exception;
    }

    /** Each of these does its work, one after another, until the time is over; what was begun is finished and counted. */
    static Spell of(Duration time, ThreadFactory threads, Work... callers) throws InterruptedException {
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        try (ExecutorService all = Executors.newThreadPerTaskExecutor(threads)) {
            Future<?>[] done = new Future<?>[callers.length];
            long[][] took = new long[callers.length][];
            IntStream.range(0, callers.length).forEach(caller ->
                    done[caller] = all.submit(() -> {
                        took[caller] = until(end, callers[caller]);
                        return null;
                    }));
            for (Future<?> one : done) {
                one.get();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Spell(seconds, Arrays.stream(took).flatMapToLong(Arrays::stream).sorted().toArray());
        } catch (ExecutionException e) {
            throw new IllegalStateException("what was to be measured failed", e.getCause());
        }
    }

    private static long[] until(long end, Work work) throws Exception {
        long[] took = new long[1024];
        int count = 0;
        for (long now = System.nanoTime(); now < end; ) {
            work.once();
            long then = System.nanoTime();
            if (count == took.length) {
                took = Arrays.copyOf(took, 2 * count);
            }
            took[count++] = then - now;
            now = then;
        }
        return Arrays.copyOf(took, count);
    }

    double perSecond() {
        return nanos.length / seconds;
    }

    /** @param share from 0 to 1 */
    double millis(double share) {
        return nanos.length == 0 ? Double.NaN : nanos[(int) Math.min(nanos.length - 1L, Math.round(share * nanos.length))] / 1e6;
    }
}
