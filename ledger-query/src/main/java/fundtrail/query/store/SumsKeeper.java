package fundtrail.query.store;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sums on a thread of its own, beside the follower, whose facts are readable without them. What goes wrong is told in
 * the log and tried again: balances stay right meanwhile, and take longer.
 */
public final class SumsKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SumsKeeper.class);
    /** Another follower of the same database may store, and we hear nothing of it. */
    private static final long LOOK_EVERY_SECONDS = 10;

    private final Sums sums;
    private final Semaphore news = new Semaphore(1);
    private final Thread thread = Thread.ofPlatform().name("sums").daemon().unstarted(this::run);
    private volatile boolean closing;

    public SumsKeeper(Sums sums) {
        this.sums = sums;
    }

    public void start() {
        thread.start();
    }

    /** There is more to be summed. Returns at once. */
    public void more() {
        news.release();
    }

    private void run() {
        while (!closing) {
            try {
                if (news.tryAcquire(LOOK_EVERY_SECONDS, TimeUnit.SECONDS)) {
                    news.drainPermits();
                }
                boolean made = true;
                while (made && !closing) {
                    made = sums.makeNext();
                }
            } catch (StoreFailure failure) {
                LOG.warn("sums cannot be made; next try in {} s, balances take longer until then", LOOK_EVERY_SECONDS, failure);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Finishes the block at hand and ends. */
    @Override
    public void close() {
        closing = true;
        more();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
