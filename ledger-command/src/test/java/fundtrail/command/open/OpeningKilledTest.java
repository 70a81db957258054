package fundtrail.command.open;

import static fundtrail.command.kit.RunningLedger.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.CommandProcess;
import fundtrail.command.kit.RunningLedger;
import fundtrail.postgres.TestPostgres;
import fundtrail.tokens.TestSignIn;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** kill -9 at every step of an opening: nothing is lost, and the ledger is opened once. */
@ExtendWith(TestPostgres.class)
class OpeningKilledTest {
    private static final int GATE = 4711;

    private final TestSignIn issuer = new TestSignIn();
    private final RunningLedger ledger = RunningLedger.production(issuer);
    private String administrator;
    private String accountant;

    @BeforeEach
    void handOverTheSecrets() {
        administrator = claim(ledger.secret("administrator"));
        accountant = claim(ledger.secret("chief-accountant"));
        ledger.stop();
    }

    @AfterEach
    void close() {
        ledger.close();
        issuer.close();
    }

    @Test
    void between_the_claims() throws SQLException {
        try (CommandProcess service = service()) {
            assertEquals(200, claimed(service, "an", administrator).join().statusCode());
        }
        try (CommandProcess service = service()) {
            HttpResponse<String> other = service.post("/commands/grant-role", issuer.token("an"), "k", "{}").join();
            assertEquals(503, other.statusCode());
            assertTrue(json(other).get("detail").asText().contains("awaited: CA ("), other.body());
            assertEquals(200, claimed(service, "an", administrator).join().statusCode(), "asked again, answered again");
            assertEquals(201, claimed(service, "cai", accountant).join().statusCode());
            isOpenOnce(service);
        }
    }

    /** Each step of the last claim, held at a lock that the test has, and killed there. */
    @ParameterizedTest
    @CsvSource({"person, insert", "fact, insert", "opening_secret, delete"})
    void at_this_step_of_the_last_claim(String table, String step) throws SQLException {
        ledger.asSuperuser("""
                create function ledger.wait_at_gate() returns trigger language plpgsql as
                $$ begin perform pg_advisory_xact_lock(%d); return null; end $$""".formatted(GATE));
        ledger.asSuperuser("create trigger gate before %s on ledger.%s for each statement execute function ledger.wait_at_gate()"
                .formatted(step, table));
        CompletableFuture<HttpResponse<String>> answer;
        try (Connection gate = ledger.database().connect(); Statement statement = gate.createStatement();
                CommandProcess service = service()) {
            assertEquals(200, claimed(service, "an", administrator).join().statusCode());
            statement.execute("select pg_advisory_lock(" + GATE + ")");
            answer = claimed(service, "cai", accountant);
            awaitSomebodyAtTheGate(statement);
            service.kill();
        }
        assertThrows(CompletionException.class, answer::join);
        try (CommandProcess service = service()) {
            HttpResponse<String> again = claimed(service, "cai", accountant).join();
            assertEquals("LEDGER_OPEN", json(again).get("code").asText(), again.body());
            isOpenOnce(service);
        }
    }

    private CommandProcess service() {
        return new CommandProcess(ledger.settings(), ledger.folder());
    }

    private CompletableFuture<HttpResponse<String>> claimed(CommandProcess service, String subject, String claim) {
        return service.post("/opening/claims", issuer.token(subject), "none", claim);
    }

    private static String claim(String secret) {
        return "{\"secret\":\"" + secret + "\"}";
    }

    private static void awaitSomebodyAtTheGate(Statement statement) throws SQLException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (count(statement, "select count(*) from pg_locks where locktype = 'advisory' and not granted and objid = " + GATE) == 0) {
            assertTrue(Instant.now().isBefore(deadline), "nobody came to the gate");
            Thread.onSpinWait();
        }
    }

    private void isOpenOnce(CommandProcess service) throws SQLException {
        try (Connection connection = ledger.database().connect(); Statement statement = connection.createStatement()) {
            assertEquals(1, count(statement, "select count(*) from ledger.fact where type = 'LedgerOpened'"));
            assertEquals(2, count(statement, "select count(*) from ledger.fact where type = 'PersonRegistered'"));
            assertEquals(2, count(statement, "select count(*) from ledger.person"));
            assertEquals(0, count(statement, "select count(*) from ledger.opening_secret"));
        }
        assertFalse(Files.exists(ledger.folder().resolve("secrets/administrator.secret")));
        HttpResponse<String> proposed = service.post("/commands/grant-role", issuer.token("an"), "first-wish",
                "{\"person\":\"p-accountant\",\"role\":\"AU\",\"division\":\"330521\"}").join();
        assertTrue(proposed.statusCode() != 503 && !json(proposed).path("code").asText().equals("PERSON_UNKNOWN"), proposed.body());
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
