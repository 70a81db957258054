package fundtrail.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.postgres.TestPostgres;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.Hash;
import fundtrail.proofs.Note;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.stored.StoredLog.Sealed;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the folder of keys, gone, put back, half written: no key ever signs two logs. */
@ExtendWith(TestPostgres.class)
class SignedLastTest {
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

    private boolean seal() throws SQLException {
        try (SealStore store = ledger.store()) {
            return Sealing.begin(store, ledger.log(), signer(), SealedLedger.ORIGIN).round();
        }
    }

    @Test
    void what_was_signed_last_is_not_known_where_its_file_is_gone_and_nothing_is_signed() throws Exception {
        ledger.growTo(200);
        seal();
        ledger.growTo(300);
        seal();
        ledger.tamper("delete from ledger.fact where position >= 290; delete from ledger.checkpoint where size = 300; delete from ledger.tile");
        String last = Files.readString(keys.head());
        Files.delete(keys.head());
        assertTrue(assertThrows(IllegalStateException.class, this::seal).getMessage().startsWith("What these keys signed last is not known"));
        assertEquals(200, ledger.log().latest().orElseThrow().size());
        Files.writeString(keys.head(), last);
        assertThrows(LogForked.class, this::seal);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_checkpoint_that_was_kept_elsewhere_stands_in_for_the_file_that_is_gone(boolean byAWitness) throws Exception {
        ledger.growTo(300);
        seal();
        Note kept = ledger.log().latest().orElseThrow().note();
        Files.writeString(keys.head(), byAWitness ? kept.text() + "\n" : kept.toString());
        ledger.growTo(301);
        assertTrue(seal());
        assertEquals(ledger.tree().root(301), ledger.log().latest().orElseThrow().root());
    }

    @Test
    void a_second_signer_on_the_same_folder_knows_what_the_first_one_signed() {
        FileSigner one = signer();
        FileSigner other = signer();
        one.sign(new Checkpoint(SealedLedger.ORIGIN, 1, Hash.leaf(new byte[] {1})), List.of());
        assertThrows(LogForked.class, () -> other.sign(new Checkpoint(SealedLedger.ORIGIN, 1, Hash.leaf(new byte[] {2})), List.of()));
        assertEquals(Hash.leaf(new byte[] {1}), other.last().root());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.key.retired", "signed.lost.unfinished", "signed.unfinished"})
    void a_loss_that_could_not_be_written_down_whole_lets_no_key_sign(String occupied) throws Exception {
        ledger.growTo(300);
        seal();
        ledger.tamper("delete from ledger.fact where position >= 290; delete from ledger.checkpoint; delete from ledger.tile");
        Path inTheWay = Files.createDirectories(folder.resolve("keys").resolve(occupied).resolve("x"));
        assertThrows(UncheckedIOException.class, keys::acceptLoss);
        assertThrows(LogForked.class, this::seal);
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        VerifierKey added = keys.acceptLoss().verifier();
        assertTrue(seal());
        assertEquals(List.of(added), signer().keys());
        assertEquals(290, ledger.log().latest().orElseThrow().size());
    }

    @Test
    void after_a_loss_that_is_on_record_a_key_that_no_other_vouches_for_signs_nothing() throws Exception {
        ledger.growTo(300);
        seal();
        ledger.tamper("delete from ledger.fact where position >= 290; delete from ledger.checkpoint; delete from ledger.tile");
        keys.acceptLoss();
        seal();
        int recorded = ledger.log().keyChanges().size();
        keys.add(SealedLedger.ORIGIN);
        Files.move(folder.resolve("keys/2.key"), folder.resolve("gone"));
        assertTrue(assertThrows(IllegalStateException.class, this::seal).getMessage().contains("none of these keys is here"));
        assertEquals(recorded, ledger.log().keyChanges().size());
        Files.move(folder.resolve("gone"), folder.resolve("keys/2.key"));
        seal();
        assertEquals(recorded + 1, ledger.log().keyChanges().size());
        assertFalse(ledger.log().keyChanges().getLast().note().contains("lost"), "a later change of keys tells of no loss");
    }

    @Test
    void a_log_whose_keys_are_gone_for_good_goes_on_openly_under_a_new_one() throws Exception {
        ledger.growTo(300);
        seal();
        Files.delete(folder.resolve("keys/1.key"));
        assertThrows(IllegalStateException.class, this::seal);
        VerifierKey added = keys.acceptLoss().verifier();
        ledger.growTo(301);
        assertTrue(seal());
        assertEquals(List.of(added), ledger.log().latest().orElseThrow().note().signers(signer().keys()));
        assertTrue(ledger.log().keyChanges().getLast().note().contains("lost\n" + SealedLedger.ORIGIN + "\n300\n"));
    }

    @Test
    void a_folder_in_which_nothing_was_signed_has_nothing_to_lose() {
        assertThrows(IllegalStateException.class, keys::acceptLoss);
        assertThrows(IllegalStateException.class, KeyFolder.in(folder.resolve("empty"))::acceptLoss);
        assertEquals(1, keys.keys().size());
    }

    @Test
    void a_second_loss_is_owned_up_to_like_the_first() throws SQLException {
        ledger.growTo(300);
        seal();
        for (int left : new int[] {290, 280}) {
            ledger.tamper("delete from ledger.fact where position >= " + left + "; delete from ledger.checkpoint; delete from ledger.tile");
            assertThrows(LogForked.class, this::seal);
            VerifierKey added = keys.acceptLoss().verifier();
            assertTrue(seal());
            Sealed latest = ledger.log().latest().orElseThrow();
            assertEquals(left, latest.size());
            assertEquals(List.of(added), latest.note().signers(signer().keys()));
            assertTrue(ledger.log().keyChanges().getLast().note().contains("lost\n" + SealedLedger.ORIGIN + "\n" + (left + 10) + "\n"));
        }
    }

    @Test
    void a_retired_key_that_is_put_back_is_said_to_be_one() throws Exception {
        seal();
        keys.add(SealedLedger.ORIGIN);
        seal();
        ledger.growTo(7);
        seal();
        keys.retireOldest();
        seal();
        Files.move(folder.resolve("keys/1.key.retired"), folder.resolve("keys/1.key"));
        assertTrue(assertThrows(IllegalStateException.class, this::seal).getMessage().contains("was retired when the log had 7 facts"));
    }
}
