package fundtrail.seal;

import fundtrail.proofs.Note;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.stored.StoredLog;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * Seals a ledger for as long as it is open: looks five times a second for facts that no checkpoint covers, and publishes one.
 * What goes wrong it says in {@link #state} and in the log, and tries again; it never signs what contradicts what it signed.
 */
public final class Sealer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Sealer.class.getName());
    private static final Duration AGAIN = Duration.ofSeconds(1);
    /** What needs a person is said this often. */
    private static final Duration STUCK = Duration.ofSeconds(30);

    /** How sealing fares. */
    public enum Status {
        /** The ledger is not opened yet. */
        WAITING,
        SEALING,
        /** The database does not answer; it is tried again. */
        AWAY,
        /** LOG_FORKED: nothing is signed until people have found out why. */
        FORKED,
        /** The key, its folder or the database's content are not as they must be. */
        STUCK,
        CLOSED
    }

    /**
     * @param size    how many facts the last published checkpoint covers, as far as this sealer knows
     * @param trouble what is wrong, for a person; empty while nothing is
     */
    public record State(Status status, long size, String trouble) {}

    /** Whoever keeps the first checkpoint outside. */
    @FunctionalInterface
    public interface Listener {
        /** The log has its first checkpoint: these two are to be kept elsewhere. */
        void began(VerifierKey key, Note checkpoint);
    }

    private final DataSource source;
    private final StoredLog log;
    private final SealSettings settings;
    private final Listener listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicReference<State> state = new AtomicReference<>(new State(Status.WAITING, 0, ""));
    private final Thread thread = Thread.ofPlatform().name("sealer").daemon().unstarted(this::run);
    private final Witnesses witnesses;
    private long saidAt = System.nanoTime();

    private Sealer(DataSource source, SealSettings settings, Listener listener) {
        this.source = source;
        this.log = new StoredLog(source);
        this.settings = settings;
        this.listener = listener;
        this.witnesses = new Witnesses(source, log, settings.witnesses());
    }

    /** @param source gives a new connection each time, as {@code ledger_seal} */
    public static Sealer start(DataSource source, SealSettings settings, Listener listener) {
        Sealer sealer = new Sealer(source, settings, listener);
        sealer.thread.start();
        sealer.witnesses.start();
        return sealer;
    }

    public State state() {
        return state.get();
    }

    /** What keeps witnesses from cosigning, a sentence each; empty while all do. */
    public List<String> witnessTrouble() {
        return witnesses.trouble();
    }

    private void run() {
        while (!isClosing()) {
            try (SealStore store = SealStore.connect(source)) {
                seal(store);
            } catch (LogForked forked) {
                stuck(Status.FORKED, forked.getMessage() + " See ops/runbooks/log-forked.md.");
            } catch (SQLException | StoredLog.Unreadable away) {
                say(Status.AWAY, System.Logger.Level.WARNING, "The ledger cannot be sealed just now: " + away.getMessage());
                pause(AGAIN);
            } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException wrong) {
                stuck(Status.STUCK, wrong.getMessage());
            } catch (RuntimeException | Error broken) {
                LOG.log(System.Logger.Level.ERROR, "The sealer failed", broken);
                stuck(Status.STUCK, broken.toString());
            }
        }
        state.set(new State(Status.CLOSED, state.get().size(), ""));
    }

    private void seal(SealStore store) throws SQLException {
        Optional<String> origin = store.origin();
        int waited = 0;
        while (origin.isEmpty() && !isClosing()) {
            if (state.get().status() != Status.WAITING || waited++ == 0) {
                LOG.log(System.Logger.Level.INFO, "The ledger is not open yet; it is sealed from its opening on.");
            }
            state.set(new State(Status.WAITING, 0, ""));
            pause(settings.every());
            origin = store.origin();
        }
        if (origin.isEmpty()) {
            return;
        }
        boolean first = log.keyChanges().isEmpty();
        Signer signer = signer(origin.get(), first);
        Sealing sealing = Sealing.begin(store, log, signer, origin.get());
        LOG.log(System.Logger.Level.INFO, "Sealing " + origin.get() + " from " + sealing.published() + " facts on, signed with " + signer.keys());
        while (!isClosing()) {
            boolean more = sealing.round();
            state.set(new State(Status.SEALING, sealing.published(), ""));
            if (more && first) {
                listener.began(signer.keys().getLast(), log.latest().orElseThrow().note());
                first = false;
            }
            pause(settings.every());
        }
    }

    /** A log's first key is made here; a missing one of a log that was signed is not replaced. */
    private Signer signer(String origin, boolean first) {
        KeyFolder folder = KeyFolder.in(settings.keys());
        if (first && folder.keys().isEmpty()) {
            folder.add(origin);
        }
        return FileSigner.of(folder, origin);
    }

    private void stuck(Status status, String trouble) {
        say(status, System.Logger.Level.ERROR, trouble);
        pause(STUCK);
    }

    private void say(Status status, System.Logger.Level level, String trouble) {
        if (!isClosing()) {
            if (!trouble.equals(state.get().trouble()) || System.nanoTime() - saidAt >= STUCK.toNanos()) {
                LOG.log(level, trouble);
                saidAt = System.nanoTime();
            }
            state.set(new State(status, state.get().size(), trouble));
        }
    }

    private void pause(Duration howLong) {
        try {
            boolean _ = closing.await(howLong.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Publishes what it has begun, and ends. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        witnesses.close();
    }
}
