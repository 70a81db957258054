package fundtrail.command.snapshot;

import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fundtrail.command.WritingSide;
import fundtrail.command.axon.Outcome;
import fundtrail.command.gate.Wish;
import fundtrail.command.known.Known;
import fundtrail.command.memory.MemoryText;
import fundtrail.command.open.OpenLedger;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.ProposalId;
import fundtrail.eventstore.InMemoryGroupStore;
import fundtrail.eventstore.LaneFailure;
import fundtrail.eventstore.LaneSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that starts from a snapshot: from a right one it goes on, from a wrong one it folds the log anew. */
class WrongSnapshotTest {
    private static final Instant OPENING = DAY.atTime(10, 0).atZone(ZONE).toInstant();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InMemoryGroupStore store = new InMemoryGroupStore();

    @TempDir
    private Path folder;

    private WritingSide ledger() {
        return WritingSide.on(store, LaneSettings.defaults(), Snapshots.in(folder, 1));
    }

    private static void opened(WritingSide ledger) {
        List<Fact> facts = new ArrayList<>(opening());
        facts.add(new AuthorityMatrixSet(List.of(AuthorityMatrixSet.Row.of("RecordFundReceipt", Role.CS))));
        facts.addAll(List.of(new RoleGranted(TESTER, Role.CS, DIVISION, null), source(CEN), treasuryAccount()));
        ledger.open(new OpenLedger(facts, OPENING)).join();
    }

    private static Outcome receive(WritingSide ledger, String bankRef) {
        RecordFundReceipt wish = new RecordFundReceipt(null, null, DIVISION, YEAR, CEN, CT, bankRef, yuan("100.00"));
        return ledger.ask(wish, new Wish(TESTER, bankRef, Wish.hash(wish), OPENING, "test", new ProposalId("none"), "0".repeat(64)),
                Instant.now().plus(PATIENCE)).join();
    }

    private static void until(BooleanSupplier met) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!met.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                fail("not met in " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    @Test
    void a_node_writes_snapshots_by_itself_and_its_next_start_goes_on_from_the_last() {
        try (WritingSide first = ledger()) {
            opened(first);
        }
        try (WritingSide second = ledger()) {
            until(() -> second.snapshots().position() == second.engine().durable());
        }
        try (WritingSide third = ledger()) {
            assertEquals(third.engine().durable(), third.snapshots().position(), "it was restored");
            until(() -> !third.snapshots().isUnverified());
            assertNull(third.snapshots().lastDiscarded());
            assertTrue(receive(third, "in-1") instanceof Outcome.Recorded);
        }
    }

    @Test
    void a_wrong_state_is_found_while_it_decides_and_another_takes_its_place_folded_from_the_log() throws IOException {
        long last;
        try (WritingSide first = ledger()) {
            opened(first);
            receive(first, "in-1");
            last = first.engine().durable();
            Known wrong = new Known();
            for (Entry entry : first.entries(0, last)) {
                Fact fact = entry.fact() instanceof FundReceived ? received(CEN, "900.00", "in-9") : entry.fact();
                wrong.foldDurable(new Entry(entry.position(), entry.recordedAt(), entry.envelope(), fact));
            }
            new SnapshotFile(folder.resolve("decision-state.snapshot")).write(new SnapshotFile.Heading(CodeVersion.current(), last,
                    HexFormat.of().formatHex(first.engine().reader().at(last).orElseThrow().leafHash())), wrong);
        }
        try (WritingSide second = ledger()) {
            until(() -> second.snapshots().discarded() == 1);
            assertTrue(second.snapshots().lastDiscarded().contains("cashInBank"), second.snapshots().lastDiscarded());
            until(() -> decides(second));
            assertEquals(yuan("100.00"), second.look(known -> known.balances().cashIn(CT)).join());
            assertTrue(receive(second, "in-9") instanceof Outcome.Recorded, "its bank reference was never used");
            assertEquals(MemoryText.of(folded(second).memory()), second.look(known -> MemoryText.of(known.memory())).join());
            assertTrue(Files.exists(folder.resolve("decision-state.snapshot.wrong")));
        }
    }

    private static boolean decides(WritingSide ledger) {
        try {
            return ledger.look(known -> known.wishes().answered(TESTER, "in-1") != null && known.usedBankRef("in-9") == null).join();
        } catch (LaneFailure | CompletionException notYet) {
            return false;
        }
    }

    private static Known folded(WritingSide ledger) {
        Known known = new Known();
        ledger.entries(0, ledger.engine().durable()).forEach(known::foldDurable);
        return known;
    }
}
