package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fundtrail.client.Answer;
import fundtrail.client.LedgerApi;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWhileSeedingTest {
    private static final String SEED = "disbursement-batch";

    @TempDir
    Path folder;

    @Test
    void a_batch_is_executed_whole_or_not_at_all_and_its_key_tells_which() throws IOException {
        Path home = folder.resolve("ledger");
        try (RunProcess run = RunProcess.start(home, "--seed", SEED)) {
            run.await("imported, corrected, signed  3/3");
            run.kill();
        }
        try (RunProcess run = RunProcess.start(home).awaitReady(); LedgerApi api = run.api()) {
            Set<String> states = states(api, run);
            boolean executed = !states.contains("RESERVED");
            assertTrue(executed ? Set.of("PAID", "RELEASED", "CONFIRMED", "RETURNED").containsAll(states) : states.size() == 1,
                    "a batch half executed: " + states);

            Answer.Given given = api.ask("execute-batch", Map.of("effectiveDate", "2026-01-16", "batch", "BPH-2026-01"),
                    SEED + ".executed", run.token("sun.xiaomei"), Instant.parse("2026-01-16T02:40:00Z"));
            assertEquals(executed, given.before());
            assertEquals(36, given.answer().facts().values().stream().mapToInt(Integer::intValue).sum());
        }
    }

    @Test
    void seeding_that_was_cut_off_goes_on_to_the_same_books() throws IOException {
        Path home = folder.resolve("ledger");
        try (RunProcess run = RunProcess.start(home, "--seed", SEED)) {
            run.await("Payee accounts  12/12");
            run.kill();
        }
        try (RunProcess run = RunProcess.start(home, "--seed", SEED).awaitReady(); LedgerApi api = run.api()) {
            assertTrue(run.output().contains("had been recorded before"), run.output());
            new Books(api, run.token("cao.wen")).addUpTo("end", Map.of());
        }
    }

    private static Set<String> states(LedgerApi api, RunProcess run) {
        String token = run.token("cao.wen");
        long head = api.read("/api/ledger", Map.of(), token).get("knownPosition").longValue();
        return api.readAll("/api/batches/BPH-2026-01/rows", Map.of("known", head), token).stream()
                .map((JsonNode row) -> row.get("state").textValue())
                .collect(Collectors.toSet());
    }
}
