package fundtrail.query.follow;

import fundtrail.query.follow.Projection.Overtaken;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One batch being stored on a thread of its own. Whoever gave it finishes it before giving the next. */
final class Storing implements AutoCloseable {
    /** Stores a batch. */
    @FunctionalInterface
    interface Store {
        void store() throws Overtaken;
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("feed-store").daemon().factory());
    private Future<?> underWay;

    void begin(Store store) {
        underWay = thread.submit(() -> {
            store.store();
            return null;
        });
    }

    /** Waits until the batch is stored; what went wrong with it is thrown here. */
    void finish() throws Overtaken {
        if (underWay == null) {
            return;
        }
        Future<?> last = underWay;
        underWay = null;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    last.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case Overtaken overtaken -> throw overtaken;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException(failed.getCause());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for the batch under way. It either is stored whole or is not, which the mark will tell. */
    @Override
    public void close() {
        thread.close();
    }
}
