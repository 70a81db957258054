package fundtrail.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.postgres.TestPostgres;
import fundtrail.proofs.Checkpoint;
import fundtrail.proofs.Note;
import fundtrail.proofs.VerifierKey;
import fundtrail.seal.Sealer.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestPostgres.class)
class SealerTest {
    private record Began(VerifierKey key, Note checkpoint) {}

    @TempDir
    Path folder;

    private final CompletableFuture<Began> began = new CompletableFuture<>();

    private Sealer start(SealedLedger ledger) {
        return Sealer.start(ledger.source(), new SealSettings(folder.resolve("keys"), SealSettings.USUAL, List.of()),
                (key, checkpoint) -> began.complete(new Began(key, checkpoint)));
    }

    private static void await(BooleanSupplier reached, Sealer sealer) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, () -> sealer.state().toString());
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Test
    void a_ledger_is_sealed_from_its_opening_on_and_the_first_key_and_checkpoint_are_told_once() throws Exception {
        SealedLedger ledger = new SealedLedger();
        try (Sealer sealer = start(ledger)) {
            await(() -> sealer.state().status() == Status.WAITING, sealer);
            ledger.add(SealedLedger.opening());
            Began first = began.get(20, TimeUnit.SECONDS);
            assertEquals(List.of(first.key()), first.checkpoint().signers(List.of(first.key())));
            assertEquals(new Checkpoint(SealedLedger.ORIGIN, 1, ledger.tree().root(1)), Checkpoint.of(first.checkpoint().text()));
            ledger.growTo(500);
            await(() -> sealer.state().size() == 500, sealer);
        }
        try (Sealer again = Sealer.start(ledger.source(), new SealSettings(folder.resolve("keys"), SealSettings.USUAL, List.of()),
                (key, checkpoint) -> { throw new AssertionError("told twice"); })) {
            ledger.growTo(501);
            await(() -> again.state().size() == 501 && again.state().status() == Status.SEALING, again);
        }
    }

    @Test
    void a_sealer_whose_key_is_gone_says_so_and_makes_no_other() throws Exception {
        SealedLedger ledger = SealedLedger.opened();
        try (Sealer _ = start(ledger)) {
            began.get(20, TimeUnit.SECONDS);
        }
        Files.delete(folder.resolve("keys/1.key"));
        try (Sealer sealer = start(ledger)) {
            await(() -> sealer.state().status() == Status.STUCK, sealer);
            assertTrue(sealer.state().trouble().startsWith("There is no key"), sealer.state().trouble());
        }
    }

    @Test
    void a_forked_log_is_said_to_be_one() throws Exception {
        SealedLedger ledger = SealedLedger.opened();
        ledger.growTo(10);
        try (Sealer _ = start(ledger)) {
            began.get(20, TimeUnit.SECONDS);
        }
        ledger.tamper("delete from ledger.fact where position = 9");
        try (Sealer sealer = start(ledger)) {
            await(() -> sealer.state().status() == Status.FORKED, sealer);
            assertTrue(sealer.state().trouble().startsWith("LOG_FORKED: a checkpoint of 10 facts"), sealer.state().trouble());
        }
    }
}
