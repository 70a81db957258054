package fundtrail.command.snapshot;

import fundtrail.eventstore.FactReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies the snapshot this node started from, and writes a new one whenever enough was recorded: on a thread of its
 * own, with a state of its own, from durable facts alone. The lane never waits for it.
 */
public final class SnapshotKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);

    /** How often to look whether enough was recorded. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Snapshots snapshots;
    private final Supplier<FactReader> facts;
    private final Consumer<String> reopen;
    private final Thread thread = Thread.ofPlatform().daemon().name("ledger-snapshots").priority(Thread.MIN_PRIORITY).unstarted(this::keep);
    private volatile boolean closing;

    /**
     * @param facts  the durable facts
     * @param reopen called with the reason when this node decides on a state that is not what the log amounts to
     */
    public SnapshotKeeper(Snapshots snapshots, Supplier<FactReader> facts, Consumer<String> reopen) {
        this.snapshots = snapshots;
        this.facts = facts;
        this.reopen = reopen;
    }

    public void start() {
        if (snapshots.areKept()) {
            thread.start();
        }
    }

    private void keep() {
        while (!closing) {
            try {
                round();
            } catch (Snapshots.Interrupted closed) {
                return;
            } catch (IOException | SnapshotWrong | RuntimeException | Error e) {
                LOG.error("no snapshot of the decision state could be written or verified; it is tried again, and until then a start takes"
                        + " longer. See that the folder of snapshots has room and can be written.", e);
            }
            if (!closing) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
    }

    private void round() throws IOException, SnapshotWrong {
        if (snapshots.isUnverified()) {
            String wrong = snapshots.verify(facts.get(), () -> closing);
            if (wrong != null) {
                reopen.accept("it decided on a state from a wrong snapshot: " + wrong);
            }
        }
        long durable = facts.get().head();
        if (durable - snapshots.position() >= snapshots.every()) {
            snapshots.take(durable, facts.get(), () -> closing);
        }
    }

    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
