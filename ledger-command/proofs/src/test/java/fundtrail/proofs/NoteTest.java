package fundtrail.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteTest {
    private static final Instant WHEN = Instant.ofEpochSecond(1_679_315_147);
    private final SigningKey log = Vectors.key();
    private final SigningKey witness = SigningKey.generate("witness.example/w1", KeyType.COSIGNATURE);
    private final Note checkpoint = Note.of(Vectors.CHECKPOINT);

    @Test
    void signatures_of_unknown_keys_are_ignored_and_a_false_one_of_a_known_key_spoils_the_note() {
        SigningKey stranger = SigningKey.generate(Vectors.ORIGIN, KeyType.ED25519);
        Note note = checkpoint.with(List.of(stranger.sign("another text\n")));
        assertEquals(List.of(log.verifier()), note.signers(List.of(log.verifier())));
        assertEquals(List.of(), note.signers(List.of()));
        assertThrows(IllegalArgumentException.class, () -> note.signers(List.of(stranger.verifier())));
    }

    @Test
    void a_cosignature_is_of_its_time_and_of_this_checkpoint() {
        NoteSignature cosignature = witness.cosign(checkpoint.text(), WHEN);
        Note note = Note.of(checkpoint.with(List.of(cosignature)).toString());
        assertEquals(List.of(log.verifier(), witness.verifier()), note.signers(List.of(log.verifier(), witness.verifier())));
        assertFalse(witness.verifier().verifies("x\n1\n" + Hash.EMPTY + "\n", cosignature));
        byte[] later = cosignature.bytes();
        later[7]++;
        assertFalse(witness.verifier().verifies(checkpoint.text(), new NoteSignature(cosignature.name(), cosignature.keyId(), later)));
        assertFalse(witness.verifier().verifies(checkpoint.text(), witness.sign(checkpoint.text())));
    }

    @Test
    void what_is_no_note_is_refused() {
        for (String wrong : List.of("", "text\n", "text\n\n", "text\n\n— a b", "te\rxt\n\n" + log.sign("x").line() + "\n",
                "text\n\nno signature\n", "text\n\n— a+b AAAAAAAA\n", "text\n\n—  AAAAAAAA\n", "text\n\n— a AAAA\n")) {
            assertThrows(IllegalArgumentException.class, () -> Note.of(wrong), wrong);
        }
    }

    @Test
    void what_is_no_checkpoint_is_refused() {
        String root = Hash.EMPTY.base64();
        for (String wrong : List.of("a\n05\n" + root + "\n", "a\n-1\n" + root + "\n", "a\n1\n" + root, "a\n1\nAAAA\n", "a b\n1\n" + root + "\n", "\n1\n" + root + "\n")) {
            assertThrows(IllegalArgumentException.class, () -> Checkpoint.of(wrong), wrong);
        }
        assertEquals(0, Checkpoint.of("a\n0\n" + root + "\n").size());
    }

    @Test
    void a_key_with_a_letter_wrong_is_refused_and_a_secret_is_not_told() {
        assertThrows(IllegalArgumentException.class, () -> VerifierKey.of(Vectors.VERIFIER.replace("905ee401", "905ee402")));
        assertThrows(IllegalArgumentException.class, () -> VerifierKey.of("name"));
        assertThrows(IllegalArgumentException.class, () -> SigningKey.of(log.text().replace("fund.example", "fond.example")));
        assertTrue(log.toString().contains(Vectors.VERIFIER));
        assertFalse(log.toString().contains(log.text().substring(log.text().lastIndexOf('+') + 1)));
        assertEquals(witness.verifier(), SigningKey.of(witness.text()).verifier());
    }

    @Test
    void what_was_signed_last_is_kept_in_a_file(@TempDir Path folder) {
        HeadFile file = new HeadFile(folder.resolve("head"));
        assertEquals(new Checkpoint(Vectors.ORIGIN, 0, Hash.EMPTY), file.read(Vectors.ORIGIN));
        Checkpoint five = Checkpoint.of(checkpoint.text());
        file.write(five);
        assertEquals(five, new HeadFile(folder.resolve("head")).read(Vectors.ORIGIN));
        assertThrows(IllegalStateException.class, () -> file.read("another.example/log"));
    }
}
