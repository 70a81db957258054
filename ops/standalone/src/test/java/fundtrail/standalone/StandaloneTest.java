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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One folder's life: seeded, stopped, seeded again, its PostgreSQL killed, killed itself. In this order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneTest {
    private static final String SEED = "disbursement-batch";
    /** Of the pack's first health centre. */
    private static final String CREDIT_CODE = "12330521MC00100189";

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
            assertTrue(run.output().contains("verifier key: rehearsal.fundtrail.example/disbursement-batch+"), "the key to be kept is told: " + run.output());
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
    void a_batch_is_imported_checked_and_approved_from_a_shell() throws IOException {
        Path file = folder.resolve("february.csv");
        Files.writeString(file, """
                机构名称,统一社会信用代码,指标文号,指标ID,资金来源,功能科目,政府经济科目,项目代码,用途,金额,收款户名,账号,开户行
                青溪镇卫生院,%s,澄财社〔2026〕3号,BPH-2026-CTY-TH01,县级,2100408,50502,BPH,家庭医生签约,1000.01,青溪镇卫生院,9933052100010000001,澄湖农村商业银行（虚构）青溪支行
                """.formatted(CREDIT_CODE));
        try (RunProcess run = RunProcess.start(home()).awaitReady(); LedgerApi api = run.api()) {
            String[] imported = {"import", file.toString(), "--batch", "BPH-2026-02", "--account", "CT",
                "--total", "1000.01", "--rows", "1", "--as", "zhou.min", "--submit"};
            Shell proposed = Shell.run(home(), imported);
            assertEquals(0, proposed.code(), proposed.printed());
            Matcher id = Pattern.compile("as proposal (\\S+) ").matcher(proposed.printed());
            assertTrue(id.find() && proposed.printed().contains("to be checked by checker (CK): 吴建国"), proposed.printed());
            String proposal = id.group(1);
            assertTrue(Shell.run(home(), imported).printed().contains("Proposed before"), "the same file is proposed once");

            assertEquals(1, Shell.run(home(), "sign", proposal, "--as", "wu.jianguo").code(), "nobody said yes");
            Shell byItsMaker = Shell.run(home(), "sign", proposal, "--as", "zhou.min", "--yes");
            assertTrue(byItsMaker.code() == 1 && byItsMaker.printed().contains("ROLE_MISSING"), byItsMaker.printed());
            Shell checked = Shell.run(home(), "sign", proposal, "--as", "wu.jianguo", "--yes");
            assertEquals(0, checked.code(), checked.printed());
            assertTrue(checked.printed().contains("to be approved by chief accountant (CA): 沈若兰"), checked.printed());
            Shell approved = Shell.run(home(), "sign", proposal, "--as", "shen.ruolan", "--yes");
            Matcher positions = Pattern.compile("Approved and in effect: positions [0-9]+ to ([0-9]+)").matcher(approved.printed());
            assertTrue(positions.find(), approved.printed());

            JsonNode batch = api.read("/api/batches/BPH-2026-02", Map.of("after", positions.group(1)), run.token("cao.wen")).get("item");
            assertEquals("1000.01", batch.get("controlTotal").textValue());
            Shell again = Shell.run(home(), "sign", proposal, "--as", "shen.ruolan", "--yes");
            assertTrue(again.code() == 1 && again.printed().contains("waits for nobody"), again.printed());
        }
    }

    @Test
    @Order(6)
    void passwords_keys_and_postgres_are_the_owners_alone() throws IOException {
        for (String file : List.of("role-passwords.properties", "keys/rehearsal-issuer.jwk", "postgres/superuser-password", "seal/1.key")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve(file))), file);
        }
    }

    private static Answer.Given receive(LedgerApi api, RunProcess run, String key) {
        return api.ask("record-fund-receipt", Map.of("division", "330521", "budgetYear", 2026, "fundSource", "CTY",
                "bankAccount", "CT", "bankRef", "GK-" + key, "amount", "12.34"), key, run.token("sun.xiaomei"), null);
    }
}
