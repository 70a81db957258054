package fundtrail.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, so that it is closed once and in the opposite order, whoever asks for the end and whenever. */
final class Started implements AutoCloseable {
    /** The end has begun; nothing more is started. */
    static final class Ending extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Started.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private volatile boolean ending;

    /**
     * Starts something. An end that is asked for meanwhile waits until it is started, and then closes it too.
     *
     * @throws Ending when the end has begun
     */
    synchronized <T extends AutoCloseable> T start(Supplier<T> starting) {
        if (ending) {
            throw new Ending();
        }
        T started = starting.get();
        open.push(started);
        return started;
    }

    boolean isEnding() {
        return ending;
    }

    /** Closes all of it; what does not close in order is said in the log, and the rest closed all the same. */
    @Override
    public void close() {
        ending = true;
        synchronized (this) {
            while (!open.isEmpty()) {
                AutoCloseable last = open.pop();
                try {
                    last.close();
                } catch (Exception e) {
                    LOG.warn("{} did not close in order", last, e);
                }
            }
        }
    }
}
