package fundtrail.query;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.people.PeopleKey;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import fundtrail.query.QuerySettings.StoreAddress;
import fundtrail.query.store.Schema;
import fundtrail.tokens.RehearsalIssuer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestPostgres.class)
class PortTakenTest {
    private static final String SESSIONS =
            "select count(*) from pg_stat_activity where pid <> pg_backend_pid() and datname = '%s'";

    @Test void a_reading_side_that_finds_its_port_taken_leaves_nothing_running(@TempDir Path keys) throws Exception {
        TestDatabase store = TestPostgres.freshDatabase();
        TestDatabase feed = TestPostgres.freshDatabase();
        var key = PeopleKey.inOrMadeAt(keys.resolve("people.key"));
        var ledger = new WrittenLedger(feed, key);
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new QuerySettings("127.0.0.1", other.getLocalPort(), ledger.address(),
                    new StoreAddress(store.url(), store.user(), store.password()), Schema.LIVE, null);
            var refused = assertThrows(IllegalStateException.class, () -> LedgerQuery.start(
                    settings, RehearsalIssuer.in(keys).check(Clock.systemUTC()), key, Clock.systemUTC()));
            assertTrue(refused.getMessage().contains(":" + other.getLocalPort()), refused.getMessage());
        }
        Eventually.that(() -> sessions(store) == 0, () -> "sessions left: " + sessions(store));
        assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().contains("follow")),
                () -> "still there: " + Thread.getAllStackTraces().keySet());
    }

    private static long sessions(TestDatabase database) {
        try (var connection = database.connect(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SESSIONS.formatted(connection.getCatalog()))) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
