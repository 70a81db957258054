package fundtrail.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What other people's software computed, computed by ours. */
class VectorsTest {
    private static final List<VerifierKey> KEY = List.of(VerifierKey.of(Vectors.VERIFIER));

    @Test
    void the_note_of_the_specification_is_verified() {
        VerifierKey key = VerifierKey.of("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        Note note = Note.of("""
                This is an example message.

                — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                """);
        assertEquals(List.of(key), note.signers(List.of(key)));
        Note changed = new Note("This is another message.\n", note.signatures());
        assertThrows(IllegalArgumentException.class, () -> changed.signers(List.of(key)));
    }

    @Test
    void a_key_is_written_as_its_verifier_key() {
        assertEquals(Vectors.VERIFIER, Vectors.key().verifier().toString());
        assertEquals(Vectors.VERIFIER, KEY.getFirst().toString());
        assertEquals(Vectors.VERIFIER, SigningKey.of(Vectors.key().text()).verifier().toString());
    }

    @Test
    void the_checkpoint_of_five_entries_is_signed_to_the_letter() {
        Checkpoint checkpoint = new Checkpoint(Vectors.ORIGIN, 5, new Tree(5, Vectors.tree(5).nodes()).root());
        Note note = new Note(checkpoint.text(), List.of(Vectors.key().sign(checkpoint.text())));
        assertEquals(Vectors.CHECKPOINT, note.toString());
        assertEquals(KEY, Note.of(Vectors.CHECKPOINT).signers(KEY));
        assertEquals(checkpoint, Checkpoint.of(Note.of(Vectors.CHECKPOINT).text()));
    }

    @Test
    void roots_are_the_known_ones() {
        assertEquals("q03vq2A17oraLRdWwPCZQeotOkVM0pSVVe9gvTKFu04=", rootOf(1));
        assertEquals("jzwo+U+7ITwjaaQKIafz4ok//SrqoaFx0ZCzxy4+uVs=", rootOf(256));
        assertEquals("RhKMd2d72MaCP7cS0T+npNDmfbRviUpfRiAxligoxqk=", rootOf(300));
        assertEquals("/COrWFU/G+s3kwtwbL3bTuV7uJxG6n0xzZF3T+rdB7E=", rootOf(70_000));
    }

    private static String rootOf(int size) {
        GrowingTree tree = new GrowingTree();
        for (int i = 0; i < size; i++) {
            tree.add(Hash.leaf(Vectors.entry(i)));
        }
        return tree.root().base64();
    }

    @Test
    void the_last_of_five_entries_is_proved_by_one_hash() {
        List<Hash> path = new Tree(5, Vectors.tree(5).nodes()).inclusion(4);
        assertEquals(List.of("6fdSbr2yId768FsFWMh0wy5nyg1Mc9cJ2bVWy2aZ50E="), base64(path));
        String proof = new InclusionProof(4, path, Note.of(Vectors.CHECKPOINT)).toString();
        assertEquals("c2sp.org/tlog-proof@v1\nindex 4\n6fdSbr2yId768FsFWMh0wy5nyg1Mc9cJ2bVWy2aZ50E=\n\n" + Vectors.CHECKPOINT, proof);
        assertTrue(InclusionProof.of(proof).proves(Vectors.entry(4), KEY));
        assertTrue(InclusionProof.of(proof.replace("index", "extra AAAA\nindex")).proves(Vectors.entry(4), KEY));
        assertFalse(InclusionProof.of(proof).proves(Vectors.entry(3), KEY));
        assertFalse(InclusionProof.of(proof.replace("index 4", "index 3")).proves(Vectors.entry(4), KEY));
    }

    @Test
    void five_entries_extend_two_by_the_known_proof() {
        PlainTree leaves = Vectors.tree(5);
        assertEquals("r/cXT90IfunUqZ25VGan+kktxwP04b7qZjAhXolc+e0=", leaves.root(2).base64());
        List<Hash> path = new Tree(5, leaves.nodes()).consistency(2);
        assertEquals(
                List.of("E8ZjPCtFEbHPl5+rH9EhYN/0Vxx1lpqgDSbX+l/GrQ8=", "vE/VCSYyotZSRGSvbg27EcYNufD60tvzCu+SLv3nR54="), base64(path));
        ConsistencyProof proof = new ConsistencyProof(2, path, Note.of(Vectors.CHECKPOINT));
        assertEquals(proof.toString(), ConsistencyProof.of(proof.toString()).toString());
        assertTrue(proof.provesFrom(leaves.root(2)));
        assertFalse(proof.provesFrom(leaves.root(1)));
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }

    @Test
    void tiles_have_the_paths_and_widths_of_the_specification() {
        assertEquals("x001/x234/067", new Tile(0, 1_234_067, 256).path());
        assertEquals(new Tile(3, 1_234_067, 7), Tile.at(3, "x001/x234/067.p/7"));
        assertEquals(List.of(new Tile(0, 0, 256), new Tile(1, 0, 1)), tiles(256, 0));
        assertEquals(List.of(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1)),
                Stream.of(Tile.in(70_000, 0, 273), Tile.in(70_000, 1, 1), Tile.in(70_000, 2, 0)).map(tile -> tile.orElseThrow()).toList());
        assertTrue(Tile.in(70_000, 0, 274).isEmpty());
        assertTrue(Tile.in(70_000, 3, 0).isEmpty());
        for (String wrong : List.of("0", "0000", "x000/001", "001/x002", "001.p/0", "001.p/256", "001.p/05", "-01", "x1/002", "")) {
            assertThrows(IllegalArgumentException.class, () -> Tile.at(0, wrong), wrong);
        }
    }

    private static List<Tile> tiles(long size, long n) {
        return Stream.of(0, 1, 2).flatMap(level -> Tile.in(size, level, n).stream()).toList();
    }
}
