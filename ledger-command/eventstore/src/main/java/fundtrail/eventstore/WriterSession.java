package fundtrail.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    private final Connection connection;
    private final int backend;
    private final OffsetDateTime backendStarted;

    private WriterSession(Connection connection, int backend, OffsetDateTime backendStarted) {
        this.connection = connection;
        this.backend = backend;
        this.backendStarted = backendStarted;
    }

    /**
     * @param node          how this node is named to others, and to whoever looks into pg_stat_activity
     * @param answerTimeout how long any answer may take before the connection counts as lost
     */
    static WriterSession connect(DataSource source, String node, Duration answerTimeout) throws SQLException {
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(answerTimeout.toMillis()));
            try (PreparedStatement setUp = connection.prepareStatement("""
                    select set_config('application_name', ?, false),
                           set_config('plan_cache_mode', 'force_generic_plan', false), -- the group's statement has one plan,
                           set_config('enable_seqscan', 'off', false),                 -- good for the empty ledger and the full one
                           case current_setting('synchronous_commit') when 'off' then set_config('synchronous_commit', 'on', false) end,
                           pid, backend_start
                    from pg_stat_activity where pid = pg_backend_pid()
                    """)) {
                setUp.setString(1, "ledger writer of " + node);
                try (ResultSet row = setUp.executeQuery()) {
                    row.next();
                    return new WriterSession(connection, row.getInt("pid"), row.getObject("backend_start", OffsetDateTime.class));
                }
            }
        } catch (SQLException | RuntimeException failure) {
            connection.abort(Runnable::run);
            throw failure;
        }
    }

    /** Waits for the advisory lock. @return whether it was had in time */
    boolean lock(Duration wait) throws SQLException {
        long until = System.nanoTime() + wait.toNanos();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '500ms'"); // well below the time any answer may take
            boolean had;
            do had = lock(statement);
            while (!had && System.nanoTime() - until < 0);
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
                where locktype = 'advisory' and granted and classid = (?::bigint >> 32)::oid and objid = (?::bigint & 4294967295)::oid
                  and database = (select oid from pg_database where datname = current_database())
                """)) {
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

    /** Makes all earlier epochs' writers write no more, once their group under way is over. @return the new epoch */
    long raiseEpoch(String node) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update ledger.epoch set epoch = epoch + 1, node = ?, raised_at = clock_timestamp() returning epoch")) {
            statement.setString(1, node);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Reads the epoch, and the server's clock on the way. */
    long epoch(DatabaseClock clock) throws SQLException {
        long asked = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement(
                "select epoch, (extract(epoch from clock_timestamp()) * 1000000)::bigint from ledger.epoch");
                ResultSet row = statement.executeQuery()) {
            row.next();
            clock.observe(Instant.EPOCH.plus(row.getLong(2), ChronoUnit.MICROS), asked, System.nanoTime());
            return row.getLong(1);
        }
    }

    /** Whether what is acknowledged survives the loss of power. */
    boolean fsync() throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("show fsync")) {
            row.next();
            return row.getString(1).equals("on");
        }
    }

    /** @return whether the group was inserted; false if the epoch is not this one any more, or the fact before is missing */
    boolean insert(Group group, long epoch) throws SQLException {
        return new GroupStatement(group).execute(connection, epoch);
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
