package fundtrail.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.client.LedgerApi;
import fundtrail.client.fsck.Difference;
import fundtrail.client.fsck.Prefix;
import fundtrail.client.fsck.Prefix.LostWish;
import fundtrail.client.fsck.Prefix.Proved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ops/runbooks/restore-drill.md}, walked through: an older backup comes back, is proved to be the beginning of what was
 * sealed, and the lost wishes are sent again with their keys.
 */
class RestoreDrillTest {
    private static final Pattern KEY = Pattern.compile("verifier key: (\\S+)");
    private static final int LOST = 3;
    /** As where the log's key was changed after the backup: the new one, which has not signed what was restored. */
    private static final String LATER = "ledger.health-fund.example/log+905ee401+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

    @TempDir
    Path folder;

    private String key;

    @Test
    void an_older_backup_is_the_beginning_of_the_ledger_and_the_lost_wishes_are_posted_again() throws Exception {
        Path home = folder.resolve("ledger");
        RunProcess first = RunProcess.start(home, "--seed", "disbursement-batch").awaitReady();
        Matcher told = KEY.matcher(first.output());
        assertTrue(told.find(), first.output());
        key = told.group(1);
        long backedUp = sealed(first);
        first.terminate();
        copy(home.resolve("postgres"), folder.resolve("backup"));

        Path kept = folder.resolve("kept");
        List<LostWish> lost;
        try (RunProcess second = RunProcess.start(home).awaitReady(); LedgerApi api = second.api()) {
            for (int i = 0; i < LOST; i++) {
                api.ask("issue-audit-extract", wish(i), "drill-" + i, second.token("cao.wen"), null);
            }
            RunProcess.await(() -> "the sealer did not seal what was lost", () -> size(api) == backedUp + LOST);
            keep(second, kept);
            Prefix whole = new Prefix(api, second.token("cao.wen"));
            Proved proved = whole.check(Files.readString(kept), hashes(kept), key).orElseThrow();
            assertEquals(0, proved.lost());
            lost = whole.lost(api, new Proved(proved.origin(), backedUp, backedUp, proved.kept()));
        }
        assertEquals(List.of("drill-0", "drill-1", "drill-2"), lost.stream().map(LostWish::key).toList());

        delete(home.resolve("postgres"));
        copy(folder.resolve("backup"), home.resolve("postgres"));
        try (RunProcess restored = RunProcess.start(home).awaitReady(); LedgerApi api = restored.api()) {
            Prefix prefix = new Prefix(api, restored.token("cao.wen"));
            assertTrue(new Prefix(api, restored.token("cao.wen")).check(Files.readString(kept), hashes(kept), LATER).isEmpty(), "signed with no key that was given");
            Proved proved = prefix.check(Files.readString(kept), hashes(kept), LATER, key).orElseThrow(() -> new AssertionError(prefix.difference()));
            assertEquals(List.of(backedUp, (long) LOST), List.of(proved.restored(), proved.lost()));
            for (int i = 0; i < LOST; i++) {
                var again = api.ask("issue-audit-extract", wish(i), lost.get(i).key(), restored.token("cao.wen"), null);
                assertEquals(backedUp + i, again.answer().firstPosition(), "recorded anew, not answered as asked before");
            }
            thatItIsAnotherLedgerIsNoticed(restored, api, kept, backedUp);
        }
    }

    /** What is posted after the restore is not what was sealed, however alike; and hashes that were not kept with the checkpoint prove nothing. */
    private void thatItIsAnotherLedgerIsNoticed(RunProcess restored, LedgerApi api, Path kept, long backedUp) throws IOException {
        RunProcess.await(() -> "the reading side did not follow", () -> api.read("/api/ledger", Map.of(), restored.token("cao.wen"))
                .get("knownPosition").asLong() >= backedUp + LOST - 1);
        Prefix another = new Prefix(api, restored.token("cao.wen"));
        assertTrue(another.check(Files.readString(kept), hashes(kept), key).isEmpty(), "facts with other bytes pass for the lost ones");
        assertEquals(Difference.Kind.LEAF + " " + backedUp, another.difference().kind() + " " + another.difference().position());
        byte[] changed = hashes(kept);
        changed[40] ^= 1;
        assertTrue(another.check(Files.readString(kept), changed, key).isEmpty());
        assertEquals(".hashes", another.difference().where());
        assertTrue(another.check(Files.readString(kept), Arrays.copyOf(hashes(kept), 32), key).isEmpty());
    }

    private static Map<String, Object> wish(int number) {
        return Map.of("kind", "JOURNAL", "division", "330521", "query", "/api/journal?known=" + number,
                "file", Map.of("knownPosition", number, "effective", "2026-01-01", "facts", 0, "sha256", "0".repeat(64)));
    }

    /** How many facts are sealed, once all are. */
    private static long sealed(RunProcess run) {
        try (LedgerApi api = run.api()) {
            RunProcess.await(() -> "the sealer did not get to the head",
                    () -> size(api) == api.read("/api/ledger", Map.of(), run.token("cao.wen")).get("knownPosition").asLong() + 1);
            return size(api);
        }
    }

    private static long size(LedgerApi api) {
        return Long.parseLong(new String(api.bytes("/checkpoint", Map.of(), null), StandardCharsets.UTF_8).split("\n")[1]);
    }

    /** As an auditor keeps a checkpoint. */
    private void keep(RunProcess run, Path kept) throws IOException, InterruptedException {
        ProcessBuilder verify = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder, RunProcess.ROOT.resolve("ops/Verify.java").toString(),
                run.addresses().query().toString(), "--key", key, "--keep", kept.toString()).redirectErrorStream(true);
        verify.environment().put("FUNDTRAIL_TOKEN", run.token("cao.wen"));
        Process process = verify.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private static byte[] hashes(Path kept) throws IOException {
        return Files.readAllBytes(kept.resolveSibling(kept.getFileName() + ".hashes"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
