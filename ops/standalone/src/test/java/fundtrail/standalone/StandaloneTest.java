package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.Answer;
import fundtrail.client.LedgerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One folder's life: seeded, stopped, seeded again, its PostgreSQL killed, killed itself. In this order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneTest {
    private static final String SEED = "disbursement-batch";

    @TempDir
    static Path folder;

    private static long head;

    private static Path home() {
        return folder.resolve("ledger");
    }

    private static long head(RunProcess run) {
        try (LedgerApi api = run.api()) {
            return api.read("/api/ledger", Map.of(), run.token("cao.wen")).get("knownPosition").longValue();
        }
    }

    @Test
    @Order(1)
    void a_fresh_folder_is_seeded_and_adds_up_at_every_moment_that_was_worked_out() throws IOException {
        try (RunProcess run = RunProcess.start(home(), "--seed", SEED).awaitReady(); LedgerApi api = run.api()) {
            Books books = new Books(api, run.token("cao.wen"));
            books.addUpTo("end", Map.of());
            for (String day : List.of("2026-01-14", "2026-01-15", "2026-01-19")) {
                books.addUpTo(day, Map.of("known", day));
            }
            // The same effective day, before and after the ledger learned of the money that came back on it.
            books.addUpTo("2026-01-19", Map.of("effective", "2026-01-19", "known", "2026-01-19"));
            books.addUpTo("end", Map.of("effective", "2026-01-19"));
            assertTrue(run.output().contains("25,000,000.00"), "the tables are printed: " + run.output());
            head = head(run);

            try (RunProcess second = RunProcess.start(home())) {
                assertEquals(1, second.awaitExit());
                assertTrue(second.output().contains("already in use by process"), second.output());
            }
            assertEquals(143, run.terminate());
            assertEquals(List.of(), RunProcess.processesIn(home()), "processes left behind by a SIGTERM");
        }
    }

    @Test
    @Order(2)
    void seeding_again_changes_nothing_and_says_so() {
        try (RunProcess run = RunProcess.start(home(), "--seed", SEED, "--once")) {
            assertEquals(0, run.awaitExit(), run::output);
            assertTrue(run.output().contains("nothing was changed"), run.output());
            assertEquals(List.of(), RunProcess.processesIn(home()));
        }
    }

    @Test
    @Order(3)
    void a_killed_postgres_is_started_again_and_both_sides_go_on() throws IOException {
        try (RunProcess run = RunProcess.start(home()).awaitReady(); LedgerApi api = run.api()) {
            assertEquals(head, head(run));
            ProcessHandle postgres = RunProcess.processesIn(home().resolve("postgres")).stream()
                    .filter(process -> process.info().commandLine().orElse("").contains("-D"))
                    .findFirst()
                    .orElseThrow();
            postgres.destroyForcibly();
            RunProcess.await(() -> "PostgreSQL did not end", () -> !postgres.isAlive());
            run.await("is back");

            Answer receipt = receive(api, run, "after-the-crash").answer();
            assertEquals(head + 1, receipt.firstPosition());
            JsonNode fact = api.read("/api/facts/" + receipt.firstPosition(), Map.of("after", receipt.firstPosition()),
                    run.token("cao.wen")).get("item");
            assertEquals("FundReceived", fact.get("type").textValue());
            run.kill();
        }
    }

    @Test
    @Order(4)
    void a_killed_ledger_comes_back_whole_with_what_it_had_acknowledged() {
        try (RunProcess run = RunProcess.start(home()).awaitReady(); LedgerApi api = run.api()) {
            assertEquals(head + 1, head(run));
            assertTrue(receive(api, run, "after-the-crash").before(), "asked again with its key, it is the same fact");
            assertEquals(head + 1, head(run));
        }
        assertEquals(List.of(), RunProcess.processesIn(home()));
    }

    @Test
    @Order(5)
    void passwords_keys_and_postgres_are_the_owners_alone() throws IOException {
        for (String file : List.of("role-passwords.properties", "keys/rehearsal-issuer.jwk", "postgres/superuser-password")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve(file))), file);
        }
    }

    private static Answer.Given receive(LedgerApi api, RunProcess run, String key) {
        return api.ask("record-fund-receipt", Map.of("division", "330521", "budgetYear", 2026, "fundSource", "CTY",
                "bankAccount", "CT", "bankRef", "GK-" + key, "amount", "12.34"), key, run.token("sun.xiaomei"), null);
    }
}
