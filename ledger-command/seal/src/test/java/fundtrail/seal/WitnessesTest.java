package fundtrail.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.postgres.TestPostgres;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.ConsistencyProof;
import fundtrail.proofs.KeyType;
import fundtrail.proofs.Note;
import fundtrail.proofs.SigningKey;
import fundtrail.proofs.Tree;
import fundtrail.proofs.VerifierKey;
import fundtrail.proofs.stored.StoredLog.Sealed;
import fundtrail.proofs.witness.WitnessServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestPostgres.class)
class WitnessesTest {
    @TempDir
    Path folder;

    private final SealedLedger ledger = SealedLedger.opened();

    private KeyFolder keys() {
        return KeyFolder.in(folder.resolve("keys"));
    }

    private Sealer sealer(SealSettings.Witness... witnesses) {
        return Sealer.start(ledger.source(), new SealSettings(folder.resolve("keys"), SealSettings.USUAL, List.of(witnesses)), (key, checkpoint) -> { });
    }

    private WitnessServer witness(String name, VerifierKey log) throws Exception {
        return WitnessServer.start(folder.resolve(name), name + ".example/witness", List.of(log), "127.0.0.1", 0);
    }

    private static SealSettings.Witness of(WitnessServer server) {
        return new SealSettings.Witness(server.verifier(), URI.create("http://127.0.0.1:" + server.port()));
    }

    private static void await(BooleanSupplier reached) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "it did not come about");
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private long witnessed() {
        return ledger.log().witnessed().map(Sealed::size).orElse(0L);
    }

    @Test
    void witnesses_cosign_what_is_published_and_one_that_is_away_holds_up_nobody() throws Exception {
        VerifierKey log = keys().add(SealedLedger.ORIGIN).verifier();
        SealSettings.Witness away = new SealSettings.Witness(
                SigningKey.generate("away.example/witness", KeyType.COSIGNATURE).verifier(),
                URI.create("http://127.0.0.1:1/prefix/"));
        assertEquals(URI.create("http://127.0.0.1:1/prefix/add-checkpoint"), away.addCheckpoint());
        try (WitnessServer server = witness("w1", log); Sealer _ = sealer(of(server), away)) {
            await(() -> witnessed() == 1);
            ledger.growTo(300);
            await(() -> witnessed() == 300);
            Note note = ledger.log().note(ledger.log().witnessed().orElseThrow());
            assertEquals(List.of(log, server.verifier()), note.signers(List.of(log, server.verifier(), away.key())));
        }
        // The sealer does not remember how far the witness was, and is told.
        try (WitnessServer server = witness("w1", log); Sealer _ = sealer(of(server))) {
            ledger.growTo(301);
            await(() -> witnessed() == 301);
        }
    }

    @Test
    void a_witness_that_saw_another_history_cosigns_nothing() throws Exception {
        VerifierKey log = keys().add(SealedLedger.ORIGIN).verifier();
        try (WitnessServer server = witness("w2", log); HttpClient http = HttpClient.newHttpClient()) {
            SealedLedger another = SealedLedger.opened();
            another.add("another fact".getBytes());
            Note seen = FileSigner.of(keys(), SealedLedger.ORIGIN).announce(new Checkpoint(SealedLedger.ORIGIN, 2, another.tree().root(2)).text());
            String offered = new ConsistencyProof(0, new Tree(2, another.tree().nodes()).consistency(0), seen).toString();
            assertEquals(200, http.send(HttpRequest.newBuilder(of(server).addCheckpoint()).POST(HttpRequest.BodyPublishers.ofString(offered)).build(),
                    BodyHandlers.ofString()).statusCode());
            ledger.growTo(10);
            try (Sealer sealer = sealer(of(server))) {
                await(() -> sealer.state().size() == 10);
                await(() -> sealer.witnessTrouble().stream().anyMatch(trouble -> trouble.contains("LOG_FORKED, by the witness's account")));
                assertEquals(0, witnessed());
            }
        }
    }

    @Test
    void witnesses_are_read_from_a_setting() {
        VerifierKey key = SigningKey.generate("w.example/1", KeyType.COSIGNATURE).verifier();
        assertEquals(List.of(new SealSettings.Witness(key, URI.create("https://w.example"))), SealSettings.witnesses(" " + key + "  https://w.example , "));
        assertEquals(List.of(), SealSettings.witnesses(""));
        VerifierKey log = SigningKey.generate("ledger.example/log", KeyType.ED25519).verifier();
        for (String wrong : List.of(key + "", log + " https://w.example", key + " w.example", "\"" + key + " https://w.example\"")) {
            assertThrows(IllegalArgumentException.class, () -> SealSettings.witnesses(wrong), wrong);
        }
    }
}
