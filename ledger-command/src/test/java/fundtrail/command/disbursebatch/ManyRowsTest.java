package fundtrail.command.disbursebatch;

import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.PAYDAY;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.WritingSide;
import fundtrail.command.axon.Outcome;
import fundtrail.command.decide.Command;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.gate.Wish;
import fundtrail.command.open.OpenLedger;
import fundtrail.command.propose.ProposalStep.ApproveProposal;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import fundtrail.eventstore.InMemoryGroupStore;
import fundtrail.eventstore.LaneSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As many rows as there may be, on their way through the whole writing side but its door and its database. */
class ManyRowsTest {
    private static final PersonRef MAKER = new PersonRef("p-maker");
    private static final PersonRef APPROVER = new PersonRef("p-approver");
    private static final PersonRef PAYER = new PersonRef("p-payer");
    private static final ProposalId PROPOSAL = new ProposalId("proposal-1");
    private static final int ROWS = DisburseBatch.MOST_ROWS;

    private final InMemoryGroupStore store = new InMemoryGroupStore();

    private final DisburseBatch wish = new DisburseBatch(PAYDAY, B1, DIVISION, CT, null, ROWS, Money.ofFen(ROWS),
            IntStream.rangeClosed(1, ROWS).mapToObj(n -> new Row(n, PaymentKind.ADVANCE, H1, accountOf(H1), CEN_H1,
                    Money.ofFen(1), "补助" + n, null, "同月分次拨付")).toList());

    @Test
    void every_row_is_signed_by_whoever_came_after_a_restart_and_paid_in_one_go() {
        try (WritingSide ledger = ledger()) {
            ledger.open(new OpenLedger(opened(), at(DAY))).join();
            ask(ledger, MAKER, wish);
        }
        try (WritingSide ledger = ledger()) {
            ask(ledger, APPROVER, new ApproveProposal(PROPOSAL, Wish.hash(wish)));
            Outcome.Recorded paid = ask(ledger, PAYER, new ExecuteBatch(PAYDAY, B1));
            assertEquals(IntStream.rangeClosed(1, ROWS).mapToObj(row -> payment(B1, row)).toList(),
                    paid.facts().stream().map(fact -> ((AdvancePaid) fact).payment()).toList());
            assertEquals(paid.firstPosition() + ROWS - 1, ledger.engine().durable());
            assertTrue(ledger.look(known -> known.payments().unpaid(known.payments().batch(B1))).join().isEmpty());
            assertEquals(yuan("1.00"), ledger.look(known -> known.balances().cashIn(CT)).join());
        }
    }

    private WritingSide ledger() {
        return WritingSide.on(store, LaneSettings.defaults());
    }

    private static Outcome.Recorded ask(WritingSide ledger, PersonRef person, Command command) {
        Outcome outcome = ledger.ask(command, new Wish(person, "key", Wish.hash(command), at(PAYDAY), "test", PROPOSAL, hash(person)),
                Instant.now().plusSeconds(60)).join();
        assertTrue(outcome instanceof Outcome.Recorded, outcome.toString());
        return (Outcome.Recorded) outcome;
    }

    private static List<Fact> opened() {
        List<Fact> facts = new ArrayList<>(opening());
        facts.add(new AuthorityMatrixSet(List.of(
                new AuthorityMatrixSet.Row("DisburseBatch", List.of(Signer.anyOf(Role.CL), Signer.anyOf(Role.CA))),
                AuthorityMatrixSet.Row.of("ExecuteBatch", Role.CS))));
        employ(facts, MAKER, Role.CL);
        employ(facts, APPROVER, Role.CA);
        employ(facts, PAYER, Role.CS);
        facts.addAll(List.of(institution(H1), source(CEN), treasuryAccount(), payeeAccount(H1), allotted(CEN_H1, H1, CEN, "101.00"),
                received(CEN, "101.00", "in-1")));
        return facts;
    }

    private static void employ(List<Fact> facts, PersonRef person, Role role) {
        facts.add(new PersonRegistered(person, hash(person)));
        facts.add(new RoleGranted(person, role, DIVISION, null));
    }

    private static String hash(PersonRef person) {
        return Digest.sha256(person.value().getBytes(StandardCharsets.UTF_8));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(ZONE).toInstant();
    }
}
