package fundtrail.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TcpProxy;
import fundtrail.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database as an installation makes it: roles with passwords, the schema migrated by its owner. */
final class TestLedger implements Stores.Closing {

    private static final String PASSWORD = "only for this test";

    private final TestDatabase database;
    private final Cuttable writer;
    private HikariDataSource readers;

    TestLedger() {
        this(TestPostgres.freshDatabase());
    }

    /** On an empty database. */
    TestLedger(TestDatabase database) {
        this.database = database;
        this.writer = set(new Cuttable(), "ledger_app");
        try {
            LedgerSchema.createRoles(database.dataSource());
            for (String role : new String[] {"ledger_owner", "ledger_app", "ledger_feed"}) asSuperuser("alter role " + role + " password '" + PASSWORD + "'");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        LedgerSchema.migrate(as("ledger_owner"));
    }

    /** A new connection each time. */
    DataSource as(String role) {
        return set(new PGSimpleDataSource(), role);
    }

    private <S extends PGSimpleDataSource> S set(S source, String role) {
        source.setUrl(database.url());
        source.setUser(role);
        source.setPassword(PASSWORD);
        return source;
    }

    /** A network that can be cut. */
    private static final class Cuttable extends PGSimpleDataSource {

        private static final long serialVersionUID = 1;
        private volatile boolean cut;

        @Override
        public Connection getConnection() throws SQLException {
            if (cut) throw new SQLException("the test has cut the network", "08001");
            return super.getConnection();
        }
    }

    JdbcGroupStore store(String node) {
        return store(JdbcSettings.of(node));
    }

    JdbcGroupStore store(JdbcSettings settings) {
        return new JdbcGroupStore(writer, readers(), settings);
    }

    /** A store whose writer reaches the database through this network; its readers do not. */
    JdbcGroupStore store(JdbcSettings settings, TcpProxy network) {
        var through = (PGSimpleDataSource) as("ledger_app");
        through.setPortNumbers(new int[] {network.port()});
        through.setConnectTimeout(2);
        through.setSocketTimeout((int) settings.answerTimeout().toSeconds());
        return new JdbcGroupStore(through, readers(), settings);
    }

    /** A network to the database. */
    TcpProxy network() {
        return new TcpProxy(((PGSimpleDataSource) as("ledger_app")).getPortNumbers()[0]);
    }

    TestDatabase database() {
        return database;
    }

    /** From now on the writer finds no database: its connection ends and no other is to be had. */
    void cutWriterOff() throws SQLException {
        writer.cut = true;
        killWriter();
    }

    void letWriterIn() {
        writer.cut = false;
    }

    /** Ends the writer's session from the server's side. @return how many there were */
    long killWriter() throws SQLException {
        return askSuperuser("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and application_name like 'ledger writer of %'
                """);
    }

    FactReader reader() {
        return new JdbcFactReader(readers());
    }

    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(database.url(), role, PASSWORD);
    }

    void asSuperuser(String sql) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long askSuperuser(String sql) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private synchronized HikariDataSource readers() {
        if (readers == null) {
            readers = new HikariDataSource();
            readers.setDataSource(as("ledger_app"));
            readers.setMaximumPoolSize(4);
            readers.setMinimumIdle(0);
        }
        return readers;
    }

    @Override
    public void close() {
        if (readers != null) readers.close();
    }
}
