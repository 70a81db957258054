package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.await;
import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.eventstore.PurseWish.Draw;
import fundtrail.eventstore.PurseWish.Fill;
import fundtrail.postgres.PrivatePostgres;
import fundtrail.postgres.Replica;
import fundtrail.postgres.TestDatabase;
import fundtrail.postgres.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL and its standby, whose names the writer has both. */
class FailoverTest {

    private static final String COPY = "copy";

    @TempDir
    Path temporary;
    private PrivatePostgres primary;
    private PrivatePostgres standby;
    private TestLedger place;

    @BeforeEach
    void start() throws Exception {
        primary = server("primary");
        try (Connection connection = primary.connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("create database ledger");
        }
        standby = Replica.of(primary, temporary.resolve(COPY), COPY);
        String url = "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/ledger?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=3&socketTimeout=10"
                .formatted(primary.port(), standby.port());
        place = new TestLedger(new TestDatabase(url, primary.superuser(), primary.password()));
    }

    private PrivatePostgres server(String name) {
        return PrivatePostgres.in(temporary.resolve(name)).unpackedIn(TestPostgres.binaries()).start();
    }

    @AfterEach
    void stop() {
        place.close();
        primary.kill();
        standby.kill();
    }

    @Test
    void a_primary_killed_under_load_and_its_synchronous_standby_promoted_lose_nothing_and_double_nothing() throws Exception {
        Replica.requireIt(primary, COPY);
        try (var ledger = new PurseLedger(place.store("A"), LaneSettings.defaults().withPatience(Duration.ofSeconds(1)))) {
            get(ledger.send(new Fill("P", Long.MAX_VALUE / 2)));
            try (var callers = new DrawingCallers("x", ledger, 8)) {
                callers.awaitAcknowledged(200);
                primary.kill();
                Replica.promote(standby);
                callers.awaitAcknowledged(callers.acknowledged().size() + 200);
                callers.stop();
                WholeLedger.check(place, ledger, callers.acknowledged());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pg_cancel_backend", "pg_terminate_backend"})
    void what_is_on_the_primary_alone_is_not_acknowledged(String ended) throws Exception {
        try (var ledger = new PurseLedger(place.store("A"), LaneSettings.defaults().withPatience(Duration.ofMinutes(2)))) {
            get(ledger.send(new Fill("P", 100)));
            Replica.requireIt(primary, COPY);
            standby.kill();
            var draw = ledger.send(new Draw("P", "d1", 1));
            await("it waits for the standby", () -> waiting() == 1);
            place.askSuperuser("select count(%s(pid)) from pg_stat_activity where %s".formatted(ended, WAITING));
            await("it is committed here", () -> place.askSuperuser("select count(*) from ledger.fact") == 2);
            await("the writer waits for a commit of its own", () -> ledger.engine.measures().outcomesUnknown.sum() > 0 && waiting() == 1);
            assertFalse(draw.isDone(), "acknowledged, and lost if the primary is");
            standby = server(COPY);
            get(draw);
            primary.kill();
            Replica.promote(standby);
            await("the writer goes on upon the other", () -> ledger.engine.status() == LaneEngine.Status.RUNNING && place.askSuperuser(
                    "select count(*) from pg_stat_activity where application_name = 'ledger writer of A'") == 1);
            assertEquals(List.of("d1"), ledger.draws());
        }
    }

    private static final String WAITING = "wait_event = 'SyncRep' and application_name like 'ledger writer of %'";

    private long waiting() throws SQLException {
        return place.askSuperuser("select count(*) from pg_stat_activity where " + WAITING);
    }

    @Test
    void a_promoted_copy_that_lacks_acknowledged_facts_is_noticed_and_nothing_is_written_on_it() throws Exception {
        try (var ledger = new PurseLedger(place.store("A"), LaneSettings.defaults());
                var other = PurseLedger.standby(place.store("B"), LaneSettings.defaults())) {
            get(ledger.send(new Fill("P", 100)));
            await("the copy has it", () -> factsOn(standby) == 1);
            standby.stop();
            get(ledger.send(new Draw("P", "only on the primary", 1)));
            assertFalse(other.takeTurn());
            primary.kill();
            standby = server(COPY);
            Replica.promote(standby);
            var stopped = failure(LaneFailure.Closed.class, ledger.send(new Draw("P", "next", 1)));
            assertTrue(stopped.getCause().getMessage().startsWith("The database lacks position 1, which was acknowledged"), stopped.toString());
            assertEquals(LaneEngine.Status.STOPPED, ledger.engine.status());
            await("the standby notices, too", () -> {
                try {
                    return other.takeTurn();
                } catch (IllegalStateException noticed) {
                    return noticed.getMessage().startsWith("The database lacks the fact that stood at position 1");
                } catch (RuntimeException itsConnectionsWereThePrimarys) {
                    return false;
                }
            });
            assertThrows(LaneFailure.class, () -> other.engine.lane().ask(() -> null));
            assertEquals(1, factsOn(standby));
        }
    }

    private static long factsOn(PrivatePostgres server) throws SQLException {
        try (Connection connection = server.connect("ledger"); Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from ledger.fact")) {
            row.next();
            return row.getLong(1);
        }
    }
}
