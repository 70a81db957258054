package fundtrail.proofs.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.ConsistencyProof;
import fundtrail.proofs.Hash;
import fundtrail.proofs.HeldFolder;
import fundtrail.proofs.KeyType;
import fundtrail.proofs.Note;
import fundtrail.proofs.PlainTree;
import fundtrail.proofs.SigningKey;
import fundtrail.proofs.Tree;
import fundtrail.proofs.Vectors;
import fundtrail.proofs.witness.Witness.Answer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
    private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");

    @TempDir
    Path folder;

    private final SigningKey key = SigningKey.generate("witness.example/w1", KeyType.COSIGNATURE);
    private final PlainTree tree = Vectors.tree(40);

    private Witness witness() {
        return new Witness(key, List.of(Vectors.key().verifier()), folder, InstantSource.fixed(NOW));
    }

    private static Note signed(SigningKey key, long size, Hash root) {
        Checkpoint checkpoint = new Checkpoint(key.verifier().name(), size, root);
        return new Note(checkpoint.text(), List.of(key.sign(checkpoint.text())));
    }

    private String offer(long old, long size) {
        return new ConsistencyProof(old, new Tree(size, tree.nodes()).consistency(old), signed(Vectors.key(), size, tree.root(size))).toString();
    }

    @Test
    void it_cosigns_a_log_as_it_grows_and_remembers_it_over_a_restart() {
        Answer first = witness().addCheckpoint(offer(0, 5));
        assertEquals(200, first.status());
        assertEquals(List.of(key.verifier()), Note.of(signed(Vectors.key(), 5, tree.root(5)).text() + "\n" + first.body()).signers(List.of(key.verifier())));
        assertEquals(200, witness().addCheckpoint(offer(5, 40)).status());
        assertEquals(200, witness().addCheckpoint(offer(40, 40)).status(), "the same again");
        assertTrue(witness().seen().startsWith(Vectors.ORIGIN + "\n40\n"));
    }

    @Test
    void after_a_loss_its_owner_moves_aside_what_it_saw_and_it_goes_on_with_its_own_key_for_the_new_key_alone() throws Exception {
        assertEquals(200, witness().addCheckpoint(offer(0, 9)).status());
        String seen = HexFormat.of().formatHex(Vectors.ORIGIN.getBytes()) + ".seen";
        assertEquals(Vectors.ORIGIN, Files.readAllLines(folder.resolve(seen)).getFirst());
        Files.move(folder.resolve(seen), folder.resolve("before-the-loss"));
        SigningKey added = SigningKey.generate(Vectors.ORIGIN, KeyType.ED25519);
        Witness again = new Witness(key, List.of(added.verifier()), folder, InstantSource.fixed(NOW));
        assertEquals(403, again.addCheckpoint(offer(0, 9)).status(), "the key from before the loss");
        Note left = signed(added, 5, tree.root(5));
        Answer answer = again.addCheckpoint(new ConsistencyProof(0, List.of(), left).toString());
        assertEquals(200, answer.status());
        assertEquals(List.of(key.verifier()), Note.of(left.text() + "\n" + answer.body()).signers(List.of(key.verifier())));
    }

    @Test
    void a_log_that_begins_elsewhere_is_told_what_was_seen() {
        Witness witness = witness();
        witness.addCheckpoint(offer(0, 5));
        assertEquals(new Answer(409, "text/x.tlog.size", "5\n"), witness.addCheckpoint(offer(0, 9)));
        assertEquals(new Answer(409, "text/x.tlog.size", "5\n"), witness.addCheckpoint(offer(3, 4)));
        String sameSize = new ConsistencyProof(5, List.of(), signed(Vectors.key(), 5, tree.root(4))).toString();
        assertEquals(new Answer(409, "text/x.tlog.size", "5\n"), witness.addCheckpoint(sameSize));
    }

    @Test
    void a_rewritten_log_is_not_cosigned_even_under_its_own_key() {
        Witness witness = witness();
        witness.addCheckpoint(offer(0, 5));
        PlainTree rewritten = new PlainTree();
        rewritten.add("another fact".getBytes());
        for (int i = 1; i < 9; i++) {
            rewritten.add(Vectors.entry(i));
        }
        String offered = new ConsistencyProof(5, new Tree(9, rewritten.nodes()).consistency(5), signed(Vectors.key(), 9, rewritten.root(9))).toString();
        assertEquals(422, witness.addCheckpoint(offered).status());
        assertEquals(200, witness.addCheckpoint(offer(5, 9)).status());
    }

    @Test
    void strangers_and_nonsense_are_turned_away() {
        Witness witness = witness();
        assertEquals(400, witness.addCheckpoint("nonsense").status());
        assertEquals(400, witness.addCheckpoint(new ConsistencyProof(9, List.of(), signed(Vectors.key(), 5, tree.root(5))).toString()).status());
        SigningKey stranger = SigningKey.generate("stranger.example/log", KeyType.ED25519);
        assertEquals(404, witness.addCheckpoint(new ConsistencyProof(0, List.of(), signed(stranger, 5, tree.root(5))).toString()).status());
        SigningKey forger = SigningKey.generate(Vectors.ORIGIN, KeyType.ED25519);
        assertEquals(403, witness.addCheckpoint(new ConsistencyProof(0, List.of(), signed(forger, 5, tree.root(5))).toString()).status());
        assertEquals(409, witness.addCheckpoint(offer(4, 5)).status());
    }

    @Test
    void what_contradicts_what_was_seen_is_told_once_and_the_note_that_is_the_evidence_is_kept() throws Exception {
        List<String> told = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord record) {
                told.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Witness.class.getName());
        logger.addHandler(listening);
        logger.setUseParentHandlers(false);
        try {
            Witness witness = witness();
            witness.addCheckpoint(offer(0, 5));
            witness.addCheckpoint(offer(0, 5));
            assertEquals(List.of(), told, "a log that does not remember how far the witness was is nothing to tell");
            Note rival = signed(Vectors.key(), 5, tree.root(4));
            String offered = new ConsistencyProof(5, List.of(), rival).toString();
            witness.addCheckpoint(offered);
            witness.addCheckpoint(offered);
            assertEquals(1, told.size());
            assertTrue(told.getFirst().contains("LOG_FORKED") && told.getFirst().contains(rival.toString()), told.getFirst());
            witness.addCheckpoint(offer(0, 3));
            assertTrue(told.get(1).contains(signed(Vectors.key(), 3, tree.root(3)).toString()), told.get(1));
            witness.addCheckpoint(new ConsistencyProof(5, List.of(), signed(Vectors.key(), 9, tree.root(9))).toString());
            assertEquals(3, told.size());
            try (var files = Files.list(folder)) {
                String kept = Files.readString(files.filter(file -> file.toString().endsWith(".contradicts")).findFirst().orElseThrow());
                assertTrue(kept.startsWith(NOW + "\n" + rival + "\n") && kept.split(NOW + "").length == 4, kept);
            }
        } finally {
            logger.removeHandler(listening);
            logger.setUseParentHandlers(true);
        }
    }

    @Test
    void what_cannot_be_kept_is_not_cosigned_and_is_once_it_can() throws Exception {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Witness witness = new Witness(key, List.of(Vectors.key().verifier()), kept, InstantSource.fixed(NOW));
        Path moved = folder.resolve("moved");
        Files.move(kept, moved);
        assertThrows(UncheckedIOException.class, () -> witness.addCheckpoint(offer(0, 5)));
        assertTrue(witness.seen().startsWith(Vectors.ORIGIN + "\n0\n"));
        Files.move(moved, kept);
        assertEquals(200, witness.addCheckpoint(offer(0, 5)).status());
    }

    @Test
    void a_folder_serves_one_witness_at_a_time_and_its_key_nobody_else() throws Exception {
        try (WitnessServer _ = WitnessServer.start(folder, "witness.example/w2", List.of(), "127.0.0.1", 0)) {
            assertThrows(HeldFolder.InUse.class, () -> WitnessServer.start(folder, "witness.example/w2", List.of(), "127.0.0.1", 0));
        }
        Files.setPosixFilePermissions(folder.resolve("witness.key"), PosixFilePermissions.fromString("rw-r-----"));
        for (int i = 0; i < 2; i++) { // a start that failed has let go of the folder
            var open = assertThrows(IllegalStateException.class, () -> WitnessServer.start(folder, "witness.example/w2", List.of(), "127.0.0.1", 0));
            assertTrue(open.getMessage().contains("rw-r-----"), open.getMessage());
        }
    }

    @Test
    void both_languages_say_the_same_with_the_same_particulars() {
        var english = ResourceBundle.getBundle("fundtrail.proofs.witness.witness", Locale.ENGLISH);
        var chinese = ResourceBundle.getBundle("fundtrail.proofs.witness.witness", Locale.CHINESE);
        assertEquals(english.keySet(), chinese.keySet());
        for (String key : english.keySet()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                String said = Said.in(language, key, "§0", "§1", "§2", "§3", "§4");
                assertFalse(said.contains("{") || said.contains("}"), said);
                for (int i = 0; i < 5; i++) {
                    assertEquals(english.getString(key).contains("{" + i + "}"), said.contains("§" + i), key);
                }
            }
        }
    }

    @Test
    void it_answers_over_http_and_keeps_its_key() throws Exception {
        String named;
        try (WitnessServer server = WitnessServer.start(folder, "witness.example/w2", List.of(Vectors.key().verifier()), "127.0.0.1", 0);
                HttpClient http = HttpClient.newHttpClient()) {
            URI base = URI.create("http://127.0.0.1:" + server.port());
            var post = HttpRequest.newBuilder(base.resolve("/add-checkpoint")).POST(HttpRequest.BodyPublishers.ofString(offer(0, 5))).build();
            assertEquals(200, http.send(post, BodyHandlers.ofString()).statusCode());
            var again = http.send(post, BodyHandlers.ofString());
            assertEquals(409, again.statusCode());
            assertEquals("text/x.tlog.size", again.headers().firstValue("Content-Type").orElseThrow());
            named = http.send(HttpRequest.newBuilder(base.resolve("/key")).build(), BodyHandlers.ofString()).body().strip();
            assertEquals(404, http.send(HttpRequest.newBuilder(base.resolve("/keys")).build(), BodyHandlers.ofString()).statusCode());
            assertEquals(404, http.send(HttpRequest.newBuilder(base).build(), BodyHandlers.ofString()).statusCode());
            var tooLong = HttpRequest.BodyPublishers.ofString("old 0\n" + "A".repeat(70_000));
            assertEquals(413, http.send(HttpRequest.newBuilder(base.resolve("/add-checkpoint")).POST(tooLong).build(), BodyHandlers.ofString()).statusCode());
            assertEquals(405, http.send(HttpRequest.newBuilder(base.resolve("/add-checkpoint")).build(), BodyHandlers.ofString()).statusCode());
        }
        try (WitnessServer server = WitnessServer.start(folder, "another name", List.of(), "127.0.0.1", 0)) {
            assertEquals(named, server.verifier().toString());
        }
    }
}
