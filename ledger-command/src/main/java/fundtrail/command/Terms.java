package fundtrail.command;

import fundtrail.command.snapshot.SnapshotKeeper;
import fundtrail.command.snapshot.Snapshots;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.eventstore.GroupStore;
import fundtrail.eventstore.LaneEngine;
import fundtrail.eventstore.LaneEngine.Status;
import fundtrail.eventstore.LaneSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's terms, one after another. In each it stands by and folds what the node that writes commits, until the right to
 * write is to be had; then it writes, until another node takes over. One thread looks after it.
 *
 * <pre>
 * STANDBY ──the right to write is had──▶ RUNNING ──the database is away──▶ SUSPENDED ──it is back──▶ RUNNING
 *    ▲                                      │
 *    └── a new term, folded from nothing ── FENCED: another node has taken over
 * </pre>
 */
public final class Terms implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Terms.class);
    /** How often a standby looks, and how soon a fenced node stands by. */
    private static final Duration LOOK = Duration.ofMillis(100);
    /** How long a start waits for a node that is just stopping, before it stands by. */
    private static final Duration START = Duration.ofSeconds(1);

    /** What is to be done on the node that writes, and only there. */
    @FunctionalInterface
    public interface Task {
        void run() throws Exception;
    }

    private final Slices slices;
    private final Snapshots snapshots;
    private final SnapshotKeeper keeper;
    private final List<Task> tasks = new ArrayList<>();
    private final Thread watch = Thread.ofPlatform().daemon().name("ledger-watch").unstarted(this::watch);
    private volatile Term term;
    private volatile LedgerOpened ledger;
    private volatile String reopening;
    private volatile boolean closing;
    private boolean hasTakenOver;
    private boolean away;

    private Terms(Term first, Slices slices, Snapshots snapshots) {
        this.term = first;
        this.slices = slices;
        this.snapshots = snapshots;
        this.keeper = new SnapshotKeeper(snapshots, () -> engine().reader(), this::onWrongState);
    }

    /** The first term begins: this node writes when this returns, or another does and this one stands by. */
    static Terms begin(GroupStore store, LaneSettings settings, Slices slices, Snapshots snapshots) {
        Terms terms = new Terms(Term.first(store, settings, slices, snapshots), slices, snapshots);
        try {
            long until = System.nanoTime() + START.toNanos();
            boolean leads = terms.standBy();
            while (!leads && System.nanoTime() - until < 0) {
                LockSupport.parkNanos(LOOK.toNanos());
                leads = terms.standBy();
            }
            if (!leads) {
                LOG.info("this node stands by: {} writes this ledger", terms.engine().active());
            }
        } catch (RuntimeException | Error failure) {
            terms.term.close();
            throw failure;
        }
        terms.watch.start();
        terms.keeper.start();
        return terms;
    }

    Term now() {
        return term;
    }

    private LaneEngine engine() {
        return term.engine();
    }

    /** Position 0 as a standby has folded it, or {@code null}. */
    LedgerOpened ledger() {
        return ledger;
    }

    /** Runs this now if this node writes, and each time it has taken over. */
    void onTakeOver(Task task) throws Exception {
        boolean now;
        synchronized (tasks) {
            tasks.add(task);
            now = hasTakenOver;
        }
        if (now) {
            task.run();
        }
    }

    /** Ends this term, and begins another. */
    void reopen(String reason) {
        reopening = reason;
        LockSupport.unpark(watch);
    }

    /** The state this term decides on is not what the log amounts to: it decides nothing more, and another begins. */
    private void onWrongState(String reason) {
        engine().stop(reason, null);
        reopen(reason);
    }

    private void watch() {
        while (!closing) {
            LockSupport.parkNanos(LOOK.toNanos());
            try {
                if (closing) {
                    return;
                }
                round();
                away = false;
            } catch (EventStoreException unreachable) {
                if (!away) {
                    LOG.warn("this node stands by, and its database does not answer; it tries on: {}", unreachable.toString());
                }
                away = true;
            } catch (RuntimeException | Error broken) {
                if (!closing) {
                    LOG.error("this node can neither write nor stand by until it is started anew", broken);
                    engine().stop("it could not take part in this ledger any more", broken);
                    term.close();
                }
            }
        }
    }

    private void round() {
        String reason = reopening;
        if (reason != null) {
            beginAnew(reason);
            if (reason.equals(reopening)) {
                reopening = null; // not before: where the database is away, the next round tries again
            }
        }
        switch (engine().status()) {
            case FENCED -> beginAnew("another node has taken over");
            case STANDBY -> standBy();
            case RUNNING, SUSPENDED, STOPPED -> { }
        }
    }

    private void beginAnew(String reason) {
        LOG.warn("this node ends its term and stands by with a state folded anew: {}", reason);
        synchronized (tasks) {
            hasTakenOver = false;
        }
        term.close();
        term = term.next(slices, snapshots);
    }

    /** Answers whether this node writes now. */
    private boolean standBy() {
        Term now = term;
        now.engine().follow();
        boolean leads = now.engine().lead();
        if (ledger == null && !leads) {
            ledger = now.known().ledger();
        }
        if (leads) {
            takenOver();
        }
        return leads;
    }

    private void takenOver() {
        List<Task> due;
        synchronized (tasks) {
            hasTakenOver = true;
            due = List.copyOf(tasks);
        }
        LOG.info("this node writes this ledger, from position {} on", engine().head() + 1);
        for (Task task : due) {
            try {
                task.run();
            } catch (StartRefused refused) {
                throw refused;
            } catch (Exception failure) {
                LOG.error("something that was to be done at the take-over failed; it is tried again at the next start", failure);
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        keeper.close();
        if (engine().status() == Status.STANDBY) {
            engine().stop("it was closed", null);
        }
        LockSupport.unpark(watch);
        try {
            watch.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        term.close();
    }
}
