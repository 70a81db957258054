package fundtrail.standalone;

import fundtrail.postgres.PostgresUnavailable;
import fundtrail.postgres.PrivatePostgres;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder's PostgreSQL, started again when it ends without being asked to: killed from outside, or for want of
 * memory. It comes back at the same port; both sides wait for it and go on.
 */
final class KeptPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPostgres.class);

    private final Path folder;
    private final Consumer<PostgresUnavailable> lost;
    private PrivatePostgres running;
    private boolean closed;

    private KeptPostgres(Path folder, Consumer<PostgresUnavailable> lost) {
        this.folder = folder;
        this.lost = lost;
    }

    /** @param lost told when it ended and cannot be started again */
    static KeptPostgres start(Path folder, Consumer<PostgresUnavailable> lost) {
        KeptPostgres kept = new KeptPostgres(folder, lost);
        kept.begin();
        return kept;
    }

    synchronized PrivatePostgres running() {
        return running;
    }

    private synchronized void begin() {
        running = PrivatePostgres.in(folder).start();
        // On a thread of its own: whoever closes holds this, and waits for the very future that tells of the end.
        ProcessHandle.of(running.pid()).ifPresentOrElse(
                process -> process.onExit().thenRun(this::endedSomeTime), this::endedSomeTime);
    }

    private void endedSomeTime() {
        Thread.startVirtualThread(this::ended);
    }

    private synchronized void ended() {
        if (closed) {
            return;
        }
        LOG.warn("PostgreSQL in {} ended without being asked to; it is started again", folder);
        try {
            running.kill();
            begin();
            LOG.warn("PostgreSQL in {} is back", folder);
        } catch (PostgresUnavailable gone) {
            lost.accept(gone);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.close();
    }
}
