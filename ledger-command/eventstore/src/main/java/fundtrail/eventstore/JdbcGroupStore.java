package fundtrail.eventstore;

import fundtrail.eventstore.LaneFailure.Unwritable.Cause;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Keeps groups in PostgreSQL. Two things make sure that one node writes: a session advisory lock, which ends with the
 * connection, and the epoch, which every group is checked against in its own transaction.
 */
public final class JdbcGroupStore implements GroupStore {

    private static final System.Logger LOG = System.getLogger(JdbcGroupStore.class.getName());

    /**
     * SQLSTATE classes (PostgreSQL, appendix A) that say the statement itself is to blame, so that sending it again is
     * of no use: cardinality, data, integrity, syntax or rights, limits, an exception raised by a trigger. All others
     * (connection, resources, shutdown, conflict, I/O) may pass.
     */
    private static final Set<String> TO_BLAME = Set.of("21", "22", "23", "42", "54", "P0");

    private final DataSource writer;
    private final JdbcSettings settings;
    private final DatabaseClock clock = new DatabaseClock();
    private final FactReader reader;
    /** The session that holds the lock, or null while there is none. */
    private WriterSession session;
    /** The newest session there was. It must be over before a group is sent again. */
    private WriterSession newest;
    private long epoch;
    /** The last fact known to be durable. */
    private long knownPosition = -1;
    private UUID knownEvent;
    private volatile String holder = "another node";

    /**
     * Both data sources connect as {@code ledger_app}.
     *
     * @param writer  gives a new connection each time, not one of a pool
     * @param readers a pool
     */
    public JdbcGroupStore(DataSource writer, DataSource readers, JdbcSettings settings) {
        this.writer = writer;
        this.settings = settings;
        this.reader = new JdbcFactReader(readers);
    }

    @Override
    public boolean take() {
        try {
            if (newest == null) newest = WriterSession.connect(writer, "ledger standby of " + settings.node(), settings.answerTimeout());
            if (!newest.tryLock()) {
                standBy();
                return false;
            }
            long raised = newest.raiseEpoch(settings.node());
            if (raised <= epoch) throw setBack(epoch, raised);
            epoch = raised;
            newest.standing(clock, -1, null);
            if (!newest.fsync()) LOG.log(System.Logger.Level.WARNING, "The server runs with fsync = off: a loss of power can lose acknowledged facts.");
            session = newest;
            return true;
        } catch (SQLException failure) {
            close();
            throw new EventStoreException("The ledger's database cannot be opened for writing: " + failure.getMessage(), failure);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void standBy() throws SQLException {
        holder = newest.leaseHolder();
        if (newest.endSilent(settings.lease()) > 0)
            LOG.log(System.Logger.Level.WARNING, "The node that writes, {0}, was silent for {1} ms: its session is ended, and this node takes over.",
                    holder, settings.lease().toMillis());
    }

    @Override
    public String holder() {
        return holder;
    }

    @Override
    public void write(Group group) throws Lost, Refused, Unwritable {
        try {
            if (group.hasFacts() && locked().insert(group, epoch)) {
                knows(group);
                return;
            }
            checkStanding();
            if (group.hasFacts())
                throw new IllegalStateException("The database lacks position " + (group.first() - 1) + ", which was acknowledged: it was set back, by a"
                        + " restore or a failover. Nothing was written. Compare it with a checkpoint kept outside before going on.");
        } catch (SQLException failure) {
            if (isToBlame(failure)) throw refused(group, failure);
            throwIfUnwritable(failure);
            throw lost(failure);
        }
    }

    /**
     * A session that still answers has rolled the group back; after a panic of the server, whose words may be the same, it
     * does not answer, and the outcome is unknown. Whoever is read only may be so for ever, while another has become the
     * primary: so the next group looks for one anew.
     */
    private void throwIfUnwritable(SQLException failure) throws Unwritable, Lost {
        Cause cause = unwritable(failure);
        if (cause == null) return;
        try {
            checkStanding();
        } catch (SQLException noAnswer) {
            throw lost(failure);
        }
        if (cause == Cause.READ_ONLY) session = null;
        throw new Unwritable(cause, said(failure), failure);
    }

    private static String said(SQLException failure) {
        ServerErrorMessage server = failure instanceof PSQLException told ? told.getServerErrorMessage() : null;
        return server == null ? failure.getMessage() : server.getMessage();
    }

    private static Cause unwritable(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) return null;
        if (state.equals("25006")) return Cause.READ_ONLY;
        if (state.equals("53100")) return Cause.DISK_FULL;
        return state.startsWith("53") || state.startsWith("58") ? Cause.SHORT_OF_RESOURCES : null;
    }

    /**
     * Either the lock is had, so the earlier session and with it whatever it was doing has ended; or the epoch was
     * raised, which waited for a group under way and lets none begin. Both ways what is found now is final. It is durable
     * only after a commit of our own: the earlier session may have ended while it waited for a synchronous standby.
     */
    @Override
    public boolean recover(Group group) throws Lost {
        try {
            connectAnew();
            if (newest.standing(clock, -1, null).epoch() == epoch) {
                if (!newest.lock()) throw new SQLException("another session holds the ledger's lock: " + newest.holder());
                session = newest;
            }
            long current = standing(newest);
            boolean arrived = arrived(group);
            if (arrived) {
                newest.confirmCommits();
                knows(group);
            }
            if (current != epoch && !arrived) throw new LaneFailure.Fenced(epoch, current);
            return arrived;
        } catch (SQLException failure) {
            throw lost(failure);
        }
    }

    private void connectAnew() throws SQLException {
        session = null;
        newest.abort();
        WriterSession now = WriterSession.connect(writer, WriterSession.writerOf(settings.node()), settings.answerTimeout());
        try {
            now.endEarlier(newest);
        } catch (SQLException failure) {
            now.abort();
            throw failure;
        }
        newest = now;
    }

    private boolean arrived(Group group) throws SQLException {
        if (!group.hasFacts()) return false;
        long found = newest.countOf(group.eventIds());
        if (found != 0 && found != group.facts().size())
            throw new IllegalStateException("Of the group of positions " + group.first() + " to " + group.last() + " only " + found
                    + " facts are in the database, where one statement inserts all or none. Somebody else wrote there.");
        return found != 0;
    }

    @Override
    public void keepAlive() throws Lost {
        try {
            checkStanding();
            session.renewLease(epoch, settings.node());
        } catch (SQLException failure) {
            throw lost(failure);
        }
    }

    private void checkStanding() throws Lost, SQLException {
        long current = standing(locked());
        if (current != epoch) throw new LaneFailure.Fenced(epoch, current);
    }

    /** The epoch now, of a database that was not set back: answers, too, must not stand on facts that it has lost. */
    private long standing(WriterSession asked) throws SQLException {
        WriterSession.Standing now = asked.standing(clock, knownPosition, knownEvent);
        if (now.epoch() < epoch) throw setBack(epoch, now.epoch());
        if (!now.has())
            throw new IllegalStateException("The database lacks position " + knownPosition + ", which was acknowledged: it was set back, by a"
                    + " restore or a failover. Compare it with a checkpoint kept outside before going on.");
        return now.epoch();
    }

    private void knows(Group group) {
        Fact last = group.facts().getLast();
        knows(last.position(), last.encoded().eventId());
    }

    @Override
    public void knows(long position, UUID eventId) {
        knownPosition = position;
        knownEvent = eventId;
    }

    private static IllegalStateException setBack(long own, long current) {
        return new IllegalStateException("The database's epoch is " + current + ", but this node wrote in epoch " + own + ": it was set back, by a"
                + " restore or a failover. Nothing was written. Compare it with a checkpoint kept outside before going on.");
    }

    private WriterSession locked() throws Lost {
        if (session == null) throw new Lost("There is no connection that holds the ledger's lock.", null);
        return session;
    }

    private static boolean isToBlame(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && TO_BLAME.contains(state.substring(0, 2));
    }

    private static Refused refused(Group group, SQLException failure) {
        ServerErrorMessage server = failure instanceof PSQLException told ? told.getServerErrorMessage() : null;
        String constraint = server == null || server.getConstraint() == null ? "" : server.getConstraint();
        if (constraint.equals("fact_pkey"))
            throw new IllegalStateException("Positions " + group.first() + " to " + group.last()
                    + " are taken: somebody wrote facts without raising the epoch.", failure);
        String detail = server == null || server.getDetail() == null ? "" : " " + server.getDetail();
        return new Refused(failure.getSQLState(), constraint, said(failure) + "." + detail, failure);
    }

    private static Lost lost(SQLException failure) {
        return new Lost("The connection to the ledger's database was lost: " + failure.getMessage(), failure);
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public FactReader reader() {
        return reader;
    }

    @Override
    public void close() {
        if (newest == null) return;
        try {
            newest.close();
        } catch (SQLException goneAnyway) {
            newest.abort();
        }
        session = null;
        newest = null;
    }
}
