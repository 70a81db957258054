package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.client.Balances;
import fundtrail.client.LedgerApi;
import fundtrail.client.Words;
import fundtrail.client.fsck.Fsck.Passed;
import fundtrail.client.fsck.Fsck.Thoroughness;
import fundtrail.client.fsck.Fsck;
import fundtrail.client.pack.ExpectedBooks;
import fundtrail.client.pack.PackReader;
import fundtrail.client.seed.CountyYear;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two years of a small county, loaded through the public API and held against what they were worked out to add up to. */
class CountyYearRunTest {
    @TempDir
    Path folder;

    @Test
    void two_years_add_up_at_every_moment_and_a_false_table_is_told() throws IOException {
        Path pack = folder.resolve("county");
        CountyYear.write(pack, 7, CountyYear.FEWEST_POSTINGS);
        try (RunProcess run = RunProcess.start(folder.resolve("ledger"), "--seed", pack.toString(), "--check").awaitReady();
                LedgerApi api = run.api()) {
            assertTrue(run.output().contains(
                    "must add up to, at each of: 2025-06-30, 2025-06-30-known-end, 2025-12-31, 2026-06-30, end"), run.output());

            everyMetricThatIsSpokenOfIsExported(run);
            isWorkedOutAgain(api, run.token("cao.wen"));
            Path table = pack.resolve("expected/sources-2025-12-31.csv");
            Files.writeString(table, Files.readString(table).replaceFirst("SOC,2025,([0-9]+)\\.", "SOC,2025,1$1."));
            ExpectedBooks falsified =
                    new ExpectedBooks(PackReader.read(pack), new Balances(api, Words.in("en")), run.token("cao.wen"));
            List<String> differences = falsified.differences("2025-12-31", 0);
            assertEquals(2, differences.size(), differences::toString);
            assertTrue(differences.getFirst().startsWith("sources-2025-12-31 − SOC,2025,1"), differences::toString);
            assertTrue(differences.getLast().startsWith("sources-2025-12-31 + SOC,2025,"), differences::toString);
        }
    }

    /** With its merger, its tranches and its second year. */
    private static void isWorkedOutAgain(LedgerApi api, String token) {
        Fsck fsck = new Fsck(api, token, new Thoroughness(2, 100));
        Passed passed = fsck.check(fsck.saidKeys()).orElseThrow(() -> new AssertionError(fsck.difference()));
        assertTrue(passed.unseen() == 0 && passed.lines() > CountyYear.FEWEST_POSTINGS, passed::toString);
    }

    /** In the alerts' expressions and in the table of metrics; both sides have answered wishes, refusals and reads by now. */
    private static void everyMetricThatIsSpokenOfIsExported(RunProcess run) throws IOException {
        Set<String> exported = new TreeSet<>();
        for (URI side : List.of(run.addresses().command(), run.addresses().query())) {
            try (InputStream metrics = side.resolve("/metrics").toURL().openStream()) {
                exported.addAll(AlertRules.metrics(new String(metrics.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        Set<String> spokenOf = new TreeSet<>();
        for (AlertRules.Rule rule : AlertRules.all()) {
            spokenOf.addAll(AlertRules.metrics(rule.expression()));
        }
        assertTrue(spokenOf.size() > 8, spokenOf.toString());
        String table = Files.readString(RunProcess.ROOT.resolve("ops/runbooks/metrics.md"));
        table.lines().filter(line -> line.startsWith("| `")).forEach(line -> spokenOf.addAll(AlertRules.metrics(line.split("\\|")[1])));
        spokenOf.removeAll(exported);
        assertEquals(Set.of(), spokenOf);
    }
}
