package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.client.Balances;
import fundtrail.client.LedgerApi;
import fundtrail.client.Words;
import fundtrail.client.pack.ExpectedBooks;
import fundtrail.client.pack.PackReader;
import fundtrail.client.seed.CountyYear;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
