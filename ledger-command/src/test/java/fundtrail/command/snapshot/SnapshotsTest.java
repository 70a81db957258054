package fundtrail.command.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.BusyOffice;
import fundtrail.command.kit.Seed;
import fundtrail.command.known.Known;
import fundtrail.command.memory.MemoryText;
import fundtrail.contract.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
    private static final int STEPS = 400;
    private static final int ENOUGH = 200;

    private final long seed = Seed.given();
    private final List<Entry> log = log(seed);
    private final int half = ENOUGH / 2;
    private final StoredLog facts = new StoredLog(log);

    @TempDir
    private Path folder;

    private Snapshots snapshots;

    private static List<Entry> log(long seed) {
        BusyOffice busy = new BusyOffice(seed);
        for (int step = 0; step < STEPS || busy.office().log().size() < ENOUGH; step++) {
            busy.step();
        }
        return List.copyOf(busy.office().log());
    }

    private static Known folded(List<Entry> log) {
        Known known = new Known();
        log.forEach(known::foldDurable);
        return known;
    }

    @BeforeEach
    void one_half_of_the_log_is_in_a_snapshot() throws IOException, SnapshotWrong {
        snapshots = Snapshots.in(folder);
        snapshots.restored(facts);
        snapshots.take(half - 1, facts, () -> false);
        assertEquals(half - 1, snapshots.position());
    }

    private Path file() {
        return folder.resolve("decision-state.snapshot");
    }

    private Path aside() {
        return folder.resolve("decision-state.snapshot.wrong");
    }

    /** A start finds the snapshot wrong, for this reason; and the next one does not find it at all. */
    private void discarded(StoredLog ledger, String because) {
        Snapshots again = Snapshots.in(folder);
        assertEquals(0, again.restored(ledger).next());
        assertTrue(again.lastDiscarded().contains(because), again.lastDiscarded());
        assertEquals(1, again.discarded());
        assertFalse(again.isUnverified());
        assertFalse(Files.exists(file()));
        assertTrue(Files.exists(aside()));
        Snapshots next = Snapshots.in(folder);
        next.restored(ledger);
        assertEquals(0, next.discarded());
    }

    @Test
    void a_state_restored_and_folded_on_is_the_state_folded_from_the_start() {
        Snapshots again = Snapshots.in(folder);
        Known restored = again.restored(facts);
        assertEquals(half, restored.next(), "-Dfundtrail.seed=" + seed);
        assertEquals(MemoryText.of(folded(log.subList(0, half)).memory()), MemoryText.of(restored.memory()), "-Dfundtrail.seed=" + seed);
        log.subList(half, log.size()).forEach(restored::foldDurable);
        assertEquals(MemoryText.of(folded(log).memory()), MemoryText.of(restored.memory()), "-Dfundtrail.seed=" + seed);
        assertNull(again.verify(facts, () -> false), "-Dfundtrail.seed=" + seed);
        assertTrue(Files.exists(file()));
    }

    @Test
    void the_next_snapshot_is_the_last_one_and_what_came_after_it() throws IOException, SnapshotWrong {
        snapshots.take(log.size() - 1, facts, () -> false);
        Known restored = Snapshots.in(folder).restored(facts);
        assertEquals(MemoryText.of(folded(log).memory()), MemoryText.of(restored.memory()), "-Dfundtrail.seed=" + seed);
    }

    @Test
    void a_snapshot_that_was_cut_short_is_discarded() throws IOException {
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, new Random(seed).nextInt(200, bytes.length)));
        discarded(facts, "its bytes are not those that were written");
    }

    @Test
    void a_snapshot_with_a_changed_bit_is_discarded() throws IOException {
        byte[] bytes = Files.readAllBytes(file());
        bytes[new Random(seed).nextInt(200, bytes.length)] ^= (byte) (1 << new Random(seed).nextInt(8));
        Files.write(file(), bytes);
        discarded(facts, "its bytes are not those that were written");
    }

    @Test
    void a_snapshot_can_be_read_by_its_owner_alone() throws IOException {
        assertEquals("rw-------", java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void a_snapshot_by_other_code_is_not_used_and_no_error() throws IOException, SnapshotWrong {
        String code = CodeVersion.current();
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytesBefore(bytes, code)] ^= 1;
        Files.write(file(), bytes);
        Snapshots again = Snapshots.in(folder);
        assertEquals(0, again.restored(facts).next());
        assertEquals(0, again.discarded());
        again.take(half - 1, facts, () -> false);
        assertEquals(half, Snapshots.in(folder).restored(facts).next(), "the next one takes its place");
    }

    private static int bytesBefore(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void a_snapshot_ahead_of_the_log_is_discarded() {
        discarded(new StoredLog(log.subList(0, half - 1)), "the database was set back");
    }

    @Test
    void a_snapshot_of_another_ledger_is_discarded() {
        discarded(new StoredLog(log(seed + 1)), "another ledger's");
    }

    @Test
    void a_snapshot_that_is_not_what_the_log_amounts_to_is_found_in_the_background_and_discarded() throws IOException {
        List<Entry> another = log(seed + 1).subList(0, half);
        new SnapshotFile(file()).write(new SnapshotFile.Heading(CodeVersion.current(), half - 1, leaf(half - 1)), folded(another));
        Snapshots again = Snapshots.in(folder);
        assertEquals(half, again.restored(facts).next());
        assertTrue(again.isUnverified());
        String wrong = again.verify(facts, () -> false);
        assertTrue(wrong.contains("the log amounts to something else in") && wrong.contains("places ("), wrong);
        assertFalse(again.isUnverified());
        assertEquals(1, again.discarded());
        assertFalse(Files.exists(file()));
    }

    private String leaf(int position) {
        return java.util.HexFormat.of().formatHex(facts.at(position).orElseThrow().leafHash());
    }
}
