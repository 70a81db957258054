package fundtrail.client.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks for many things that do not need one another, some of them at a time. */
final class AtOnce {
    /** In flight together: enough that a group of the writing side takes several, and few enough to leave it room for others. */
    static final int MOST = 32;

    private AtOnce() {}

    /**
     * Asks for each of them.
     *
     * @param done run by the caller's thread after each
     * @return the answers, in the order of what was asked
     * @throws RuntimeException the first failure in that order; what had been begun is finished all the same
     */
    static <A, B> List<B> each(List<A> all, Function<A, B> asking, Runnable done) {
        try (ExecutorService several = Executors.newFixedThreadPool(Math.clamp(all.size(), 1, MOST), Thread.ofVirtual().factory())) {
            List<Future<B>> asked = all.stream().map(one -> several.submit((Callable<B>) () -> asking.apply(one))).toList();
            List<B> answers = new ArrayList<>(all.size());
            try {
                for (Future<B> one : asked) {
                    answers.add(one.get());
                    done.run();
                }
            } catch (ExecutionException failed) {
                asked.forEach(one -> one.cancel(false));
                throw failed.getCause() instanceof RuntimeException why ? why : new IllegalStateException(failed.getCause());
            } catch (InterruptedException e) {
                several.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while loading a pack", e);
            }
            return answers;
        }
    }
}
