package fundtrail.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.postgres.TestPostgres;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.HeadFile;
import fundtrail.proofs.Note;
import fundtrail.proofs.SigningKey;
import fundtrail.proofs.Tile;
import fundtrail.proofs.Tree;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.stored.StoredLog.KeyChange;
import fundtrail.proofs.stored.StoredLog.Sealed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestPostgres.class)
class SealingTest {
    @TempDir
    Path folder;

    private final SealedLedger ledger = SealedLedger.opened();
    private KeyFolder keys;

    @BeforeEach
    void firstKey() {
        keys = KeyFolder.in(folder.resolve("keys"));
        keys.add(SealedLedger.ORIGIN);
    }

    private FileSigner signer() {
        return FileSigner.of(keys, SealedLedger.ORIGIN);
    }

    /** One round by a sealer that has just started; answers whether it published anything. */
    private boolean seal() throws SQLException {
        try (SealStore store = ledger.store()) {
            return Sealing.begin(store, ledger.log(), signer(), SealedLedger.ORIGIN).round();
        }
    }

    private void assertSealed(long size) {
        Sealed latest = ledger.log().latest().orElseThrow();
        assertEquals(size, latest.size());
        assertEquals(new Checkpoint(SealedLedger.ORIGIN, size, ledger.tree().root(size)), Checkpoint.of(latest.note().text()));
        assertEquals(signer().keys(), latest.note().signers(signer().keys()));
        for (int level = 0; level < 3; level++) {
            for (long n = 0; Tile.in(size, level, n).isPresent(); n++) {
                Tile tile = Tile.in(size, level, n).orElseThrow();
                assertArrayEquals(ledger.tree().hashes(tile), ledger.log().hashes(tile), tile.toString());
            }
        }
    }

    @Test
    void all_that_is_committed_is_covered_by_a_signed_checkpoint_and_its_tiles() throws SQLException {
        assertTrue(seal());
        assertSealed(1);
        ledger.growTo(700);
        assertTrue(seal());
        assertSealed(700);
        assertFalse(seal());
    }

    @Test
    void one_sealer_goes_on_where_another_stopped() throws SQLException {
        for (int size : new int[] {1, 255, 256, 257, 511, 600, 1_024}) {
            ledger.growTo(size);
            assertTrue(seal());
            assertSealed(size);
            assertEquals(new Tree(size, ledger.tree().nodes()).inclusion(size - 1), ledger.log().tree(size).inclusion(size - 1));
        }
    }

    @Test
    void of_two_sealers_with_the_same_key_each_publishes_what_extends_the_other_or_nothing() throws SQLException {
        try (SealStore one = ledger.store(); SealStore other = ledger.store()) {
            Sealing first = Sealing.begin(one, ledger.log(), signer(), SealedLedger.ORIGIN);
            first.round();
            FileSigner elsewhere = signer();
            Sealing second = Sealing.begin(other, ledger.log(), elsewhere, SealedLedger.ORIGIN);
            ledger.growTo(20);
            first.round();
            assertThrows(SQLException.class, second::round);
            ledger.growTo(30);
            Sealing.begin(other, ledger.log(), elsewhere, SealedLedger.ORIGIN).round();
            assertSealed(30);
            assertThrows(SQLException.class, () -> first.round());
        }
    }

    @Test
    void no_checkpoint_is_added_that_is_not_larger_than_the_last() throws SQLException {
        ledger.growTo(10);
        seal();
        try (SealStore store = ledger.store()) {
            Sealed latest = ledger.log().latest().orElseThrow();
            assertEquals("23001", assertThrows(SQLException.class,
                    () -> store.publish(Map.of(), 9, latest.root(), latest.note())).getSQLState());
        }
    }

    @Test
    void a_checkpoint_that_was_signed_and_lost_with_the_servers_memory_is_published_again() throws SQLException {
        seal();
        ledger.growTo(300);
        seal();
        ledger.tamper("delete from ledger.checkpoint where size = 300; delete from ledger.tile");
        assertTrue(seal());
        assertSealed(300);
    }

    @Test
    void a_database_that_was_set_back_is_a_fork_at_once_and_stays_one_when_it_grows_differently() throws SQLException {
        ledger.growTo(300);
        seal();
        ledger.tamper("delete from ledger.fact where position >= 290; delete from ledger.checkpoint; delete from ledger.tile");
        assertEquals(LogForked.Kind.SHORTER, assertThrows(LogForked.class, this::seal).kind());
        keys.add(SealedLedger.ORIGIN);
        ledger.tamper("insert into ledger.fact select position + 20, recorded_at, type, version, gen_random_uuid(), entry, leaf_hash from ledger.fact where position between 270 and 289");
        assertEquals(LogForked.Kind.OTHER_FACTS, assertThrows(LogForked.class, this::seal).kind());
        assertEquals(300, new HeadFile(keys.head()).read(SealedLedger.ORIGIN).size(), "what was signed last");
        assertEquals(1, ledger.log().keyChanges().size(), "a database that is not the ledger's is told of no key");
    }

    @Test
    void a_loss_that_was_owned_up_to_goes_on_under_a_new_key_and_stays_on_record() throws SQLException {
        ledger.growTo(300);
        seal();
        VerifierKey old = signer().keys().getFirst();
        ledger.tamper("delete from ledger.fact where position >= 290; delete from ledger.checkpoint; delete from ledger.tile");
        VerifierKey added = keys.acceptLoss().verifier();
        assertTrue(seal());
        Sealed latest = ledger.log().latest().orElseThrow();
        assertEquals(290, latest.size());
        assertEquals(List.of(added), latest.note().signers(List.of(old, added)));
        assertEquals(List.of("ADDED " + old, "ADDED " + added, "RETIRED " + old),
                ledger.log().keyChanges().stream().map(change -> change.kind() + " " + change.verifierKey()).toList());
        assertTrue(ledger.log().keyChanges().get(1).note().contains("lost\n" + SealedLedger.ORIGIN + "\n300\n"));
    }

    @Test
    void facts_that_were_changed_with_their_hashes_do_not_give_the_published_root() throws SQLException {
        ledger.growTo(300);
        seal();
        ledger.tamper("update ledger.fact set leaf_hash = sha256('changed') where position = 280");
        assertEquals(LogForked.Kind.OTHER_FACTS, assertThrows(LogForked.class, this::seal).kind());
    }

    @Test
    void a_missing_position_is_named_and_nothing_behind_it_is_sealed() throws SQLException {
        seal();
        ledger.growTo(10);
        ledger.tamper("delete from ledger.fact where position = 4");
        assertTrue(assertThrows(IllegalStateException.class, this::seal).getMessage().startsWith("Position 4 is missing"));
        assertEquals(1, ledger.log().latest().orElseThrow().size());
    }

    @Test
    void a_new_key_signs_beside_the_old_one_and_then_alone_and_both_changes_are_recorded() throws SQLException {
        seal();
        VerifierKey old = signer().keys().getFirst();
        VerifierKey added = keys.add(SealedLedger.ORIGIN).verifier();
        ledger.growTo(2);
        seal();
        assertEquals(List.of(old, added), ledger.log().latest().orElseThrow().note().signers(List.of(old, added)));
        keys.retireOldest();
        ledger.growTo(3);
        seal();
        assertEquals(List.of(added), ledger.log().latest().orElseThrow().note().signers(List.of(old, added)));
        List<KeyChange> changes = ledger.log().keyChanges();
        assertEquals(List.of("ADDED 0 " + old, "ADDED 1 " + added, "RETIRED 2 " + old),
                changes.stream().map(change -> change.kind() + " " + change.size() + " " + change.verifierKey()).toList());
        assertEquals(List.of(old, added), Note.of(changes.get(1).note()).signers(List.of(old, added)));
        assertThrows(IllegalStateException.class, keys::retireOldest);
    }

    @Test
    void another_key_in_the_place_of_the_logs_own_signs_nothing() throws SQLException {
        seal();
        KeyFolder others = KeyFolder.in(folder.resolve("others"));
        others.add(SealedLedger.ORIGIN);
        try (SealStore store = ledger.store()) {
            FileSigner stranger = FileSigner.of(others, SealedLedger.ORIGIN);
            assertThrows(IllegalStateException.class, () -> Sealing.begin(store, ledger.log(), stranger, SealedLedger.ORIGIN));
        }
        assertThrows(IllegalStateException.class, () -> FileSigner.of(others, "another.example/log"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into ledger.fact select * from ledger.fact", "update ledger.checkpoint set size = 2", "delete from ledger.tile",
            "truncate ledger.cosignature", "select * from ledger.unique_value", "select * from ledger.epoch", "create table ledger.mine ()"})
    void the_sealers_role_adds_proofs_and_does_nothing_else(String sql) throws SQLException {
        seal();
        try (Connection connection = ledger.source().getConnection(); Statement statement = connection.createStatement()) {
            assertEquals("42501", assertThrows(SQLException.class, () -> statement.execute(sql), sql).getSQLState());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile", "checkpoint", "cosignature", "log_key_change"})
    void nobody_changes_or_removes_a_proof(String table) throws SQLException {
        seal();
        for (String sql : List.of("delete from ledger." + table, "truncate ledger." + table + " cascade")) {
            AssertionError refused = assertThrows(AssertionError.class, () -> ledger.execute("set session_replication_role = replica; " + sql), sql);
            assertEquals("23001", ((SQLException) refused.getCause()).getSQLState(), sql);
        }
    }

    @Test
    void a_key_is_its_owners_alone() throws Exception {
        Path file = folder.resolve("keys/1.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(signer().keys().getFirst(), SigningKey.of(Files.readString(file).strip()).verifier());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThrows(IllegalStateException.class, this::signer);
    }
}
