package fundtrail.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The writer's own connection, and what it says to PostgreSQL. Session state matters here: it holds the advisory lock. */
final class WriterSession implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WriterSession.class.getName());

    /** The eight letters "fundtrai" in ASCII. Advisory locks are a database's own, so one constant does for every ledger. */
    static final long LOCK = 0x66_75_6e_64_74_72_61_69L;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** The epoch, and whether the database has a fact that was asked for. */
    record Standing(long epoch, boolean has) {}

    private static final String HOLDS_LOCK = """
             locktype = 'advisory' and granted and classid = (?::bigint >> 32)::oid and objid = (?::bigint & 4294967295)::oid
              and database = (select oid from pg_database where datname = current_database())
            """;

    private final Connection connection;
    private final int backend;
    private final OffsetDateTime backendStarted;
    private final Duration answerTimeout;

    private WriterSession(Connection connection, int backend, OffsetDateTime backendStarted, Duration answerTimeout) {
        this.connection = connection;
        this.answerTimeout = answerTimeout;
        this.backend = backend;
        this.backendStarted = backendStarted;
    }

    /**
     * @param name          what whoever looks into pg_stat_activity sees
     * @param answerTimeout how long any answer may take before the connection counts as lost
     */
    static WriterSession connect(DataSource source, String name, Duration answerTimeout) throws SQLException {
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(true);
            limit(connection, answerTimeout);
            try (PreparedStatement setUp = connection.prepareStatement("""
                    select set_config('application_name', ?, false),
                           set_config('plan_cache_mode', 'force_generic_plan', false), -- the group's statement has one plan,
                           set_config('enable_seqscan', 'off', false),                 -- good for the empty ledger and the full one
                           set_config('client_min_messages', 'warning', false),        -- see refuseWarning
                           case current_setting('synchronous_commit') when 'off' then set_config('synchronous_commit', 'on', false) end,
                           pid, backend_start
                    from pg_stat_activity where pid = pg_backend_pid()
                    """)) {
                setUp.setString(1, name);
                try (ResultSet row = setUp.executeQuery()) {
                    row.next();
                    return new WriterSession(connection, row.getInt("pid"), row.getObject("backend_start", OffsetDateTime.class), answerTimeout);
                }
            }
        } catch (SQLException | RuntimeException failure) {
            connection.abort(Runnable::run);
            throw failure;
        }
    }

    /**
     * A commit whose wait for a synchronous standby was cancelled succeeds with a warning (PostgreSQL's syncrep.c): it is
     * here, and perhaps nowhere else. What this class executes gives rise to no other warning.
     *
     * @throws SQLException the warning
     */
    static void refuseWarning(Statement executed) throws SQLException {
        SQLWarning warning = executed.getWarnings();
        if (warning != null) throw warning;
    }

    /**
     * One commit of its own. Once it is through, all that was committed before it is as durable as it: where
     * {@code synchronous_standby_names} says, a session that was ended while it waited for a standby included.
     */
    void confirmCommits() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_logical_emit_message(true, 'fundtrail', '')"); // the smallest thing that is logged
            refuseWarning(statement);
        }
    }

    /** Takes the advisory lock if it is free. */
    boolean tryLock() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Waits half a second for the advisory lock: a session that was told to end may need a moment. @return whether it was had */
    boolean lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '500ms'"); // well below the time any answer may take
            boolean had = lock(statement);
            statement.execute("set lock_timeout = 0");
            return had;
        }
    }

    private static boolean lock(Statement statement) throws SQLException {
        try {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            return true;
        } catch (SQLException failure) {
            if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) return false;
            throw failure;
        }
    }

    /** Who holds the advisory lock, for a person to read. */
    String holder() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select format('%s, process %s, connected from %s since %s', application_name, pid, coalesce(host(client_addr), 'this machine'), backend_start)
                from pg_locks join pg_stat_activity using (pid)
                where""" + HOLDS_LOCK)) {
            statement.setLong(1, LOCK);
            statement.setLong(2, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "just gone";
            }
        }
    }

    /** Ends an earlier session of this node, should the server still keep it. Nobody is left to read its answer. */
    void endEarlier(WriterSession earlier) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and backend_start = ?")) {
            statement.setInt(1, earlier.backend);
            statement.setObject(2, earlier.backendStarted);
            statement.executeQuery().close();
        }
    }

    /** The name of the node that renewed the lease last. */
    String leaseHolder() throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select node from ledger.lease")) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * Ends the session that holds the lock if its node was silent for so long: its lease is that old, and nothing was
     * asked over the session either. A session at work in the server is left alone, however slow: whoever took its place
     * would wait for the same disk or standby. At work is not who waits for the client's next bytes.
     *
     * @return how many sessions were told to end, one at most
     */
    int endSilent(Duration lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with silent as materialized (select clock_timestamp() - ? * interval '1 millisecond' as since)
                select pg_terminate_backend(pid)
                from silent, ledger.lease, pg_locks join pg_stat_activity using (pid)
                where""" + HOLDS_LOCK + """
                  and renewed_at < since
                  and (state is distinct from 'active' or wait_event_type is not distinct from 'Client')
                  and coalesce(state_change, backend_start) < since
                """)) {
            statement.setLong(1, lease.toMillis());
            statement.setLong(2, LOCK);
            statement.setLong(3, LOCK);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? 1 : 0;
            }
        }
    }

    /**
     * Makes all earlier epochs' writers write no more, once their group under way is over, and begins the lease. When this
     * returns, all that was committed before is durable.
     *
     * @return the new epoch
     */
    long raiseEpoch(String node) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with raised as (
                    update ledger.epoch set epoch = epoch + 1, node = ?, raised_at = clock_timestamp() returning epoch, node
                ), leased as (
                    update ledger.lease set epoch = raised.epoch, node = raised.node, renewed_at = clock_timestamp() from raised
                )
                select epoch, set_config('application_name', ?, false) from raised
                """)) {
            statement.setString(1, node);
            statement.setString(2, writerOf(node));
            try (ResultSet row = statement.executeQuery()) {
                refuseWarning(statement);
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Says that the node of this epoch is there, unless a later one has said so. */
    void renewLease(long epoch, String node) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update ledger.lease set epoch = ?, node = ?, renewed_at = clock_timestamp() where epoch <= ?")) {
            statement.setLong(1, epoch);
            statement.setString(2, node);
            statement.setLong(3, epoch);
            statement.executeUpdate();
            refuseWarning(statement);
        }
    }

    /** What the session of the node that writes is called. */
    static String writerOf(String node) {
        return "ledger writer of " + node;
    }

    /**
     * Reads the epoch, and the server's clock on the way.
     *
     * @param position which fact to look for; -1 for none, which is always there
     */
    Standing standing(DatabaseClock clock, long position, UUID eventId) throws SQLException {
        long asked = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement("""
                select epoch, (extract(epoch from clock_timestamp()) * 1000000)::bigint, ? < 0 or exists (
                    select from ledger.fact where position = ? and event_id = ?) from ledger.epoch
                """)) {
            statement.setLong(1, position);
            statement.setLong(2, position);
            statement.setObject(3, eventId, Types.OTHER);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                clock.observe(Instant.EPOCH.plus(row.getLong(2), ChronoUnit.MICROS), asked, System.nanoTime());
                return new Standing(row.getLong(1), row.getBoolean(3));
            }
        }
    }

    /** Whether what is acknowledged survives the loss of power. */
    boolean fsync() throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("show fsync")) {
            row.next();
            return row.getString(1).equals("on");
        }
    }

    /**
     * The answer may take a millisecond for each KiB longer than any other: a batch of ten thousand rows is one group.
     *
     * @return whether the group was inserted; false if the epoch is not this one any more, or the fact before is missing
     */
    boolean insert(Group group, long epoch) throws SQLException {
        limit(connection, answerTimeout.plusMillis(group.bytes() / 1024));
        boolean inserted = new GroupStatement(group).execute(connection, epoch);
        limit(connection, answerTimeout); // where it threw, the next group sets it anew
        return inserted;
    }

    private static void limit(Connection connection, Duration answer) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(answer.toMillis()));
    }

    /** How many of these event ids are committed. */
    long countOf(List<UUID> eventIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from ledger.event_id where event_id = any (?::uuid[])")) {
            statement.setObject(1, eventIds.stream().map(UUID::toString).toArray(String[]::new));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Lets go at once, without a word to the server: the connection may hang. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            LOG.log(System.Logger.Level.DEBUG, "The lost connection could not even be aborted.", gone);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
