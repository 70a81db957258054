package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.KEY_REUSED;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.REGISTRY_CHANGED;
import static fundtrail.command.decide.RefusalCode.ROLE_MISSING;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;
import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.Slices;
import fundtrail.command.approvebudget.ApproveBudget;
import fundtrail.command.grantrole.GrantRole;
import fundtrail.command.kit.Office;
import fundtrail.command.kit.Office.Answer;
import fundtrail.command.propose.ProposalStep.ApproveProposal;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Role;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ProposalId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wish sent twice is recorded once; a key stands for one wish of one person. */
class KeysTest {
    private final Office office = new Office().with(source(CEN), treasuryAccount());

    private static RecordFundReceipt receipt(String bankRef, BankAccountId account) {
        return new RecordFundReceipt(DAY, null, DIVISION, YEAR, CEN, account, bankRef, yuan("1.00"));
    }

    private static Ruling.AskedBefore positions(Answer answer) {
        return new Ruling.AskedBefore(answer.recorded().getFirst().position(), answer.recorded().getLast().position());
    }

    @Test
    void the_same_wish_with_the_same_key_is_answered_with_the_same_positions() {
        Answer first = office.asks(CASHIER, "k", receipt("bank-1", CT));
        int size = office.log().size();
        assertEquals(positions(first), office.asks(CASHIER, "k", receipt("bank-1", CT)).ruling());
        assertEquals(size, office.log().size());
    }

    @Test
    void the_answer_names_every_fact_of_the_append() {
        office.with(institution(H1));
        ProposalId proposal = office.proposes(BUDGET_OFFICER, new ApproveBudget(
                DAY, DOCUMENT, DIVISION, YEAR, BPH, CompensationChannel.BASIC_SERVICE_PURCHASE, List.of(new SourceAmount(CEN, yuan("1.00")))));
        office.checks(CHECKER, proposal).facts();
        ApproveProposal approve = new ApproveProposal(proposal, office.contentOf(proposal));
        Answer first = office.asks(ACCOUNTANT, "k", approve);
        assertEquals(2, first.recorded().size());
        assertEquals(positions(first), office.asks(ACCOUNTANT, "k", approve).ruling());
    }

    @Test
    void another_wish_with_the_same_key_is_refused() {
        office.asks(CASHIER, "k", receipt("bank-1", CT)).facts();
        office.asks(CASHIER, "k", receipt("bank-2", CT)).thenRefused(KEY_REUSED, "k");
    }

    @Test
    void a_key_is_a_persons_own() {
        office.asks(CASHIER, "k", receipt("bank-1", CT)).facts();
        office.asks(ACCOUNTANT, "k", receipt("bank-1", CT)).thenRefused(ROLE_MISSING, "RecordFundReceipt");
    }

    @Test
    void a_refused_wish_leaves_its_key_free() {
        office.asks(CASHIER, "k", receipt("bank-1", new BankAccountId("XX"))).thenRefused(TREASURY_ACCOUNT_UNKNOWN, "XX");
        assertEquals(1, office.asks(CASHIER, "k", receipt("bank-1", CT)).facts().size());
    }

    @Test
    void a_key_whose_refusal_was_noted_is_free_as_well() {
        assertEquals(1, office.asks(LEGAL, "k", receipt("bank-1", CT)).noted().size());
        office.carries(new GrantRole(LEGAL, Role.CS, DIVISION, null), ADMIN, ACCOUNTANT).facts();
        assertEquals(1, office.asks(LEGAL, "k", receipt("bank-1", CT)).facts().size());
    }

    @Test
    void the_same_wish_with_another_key_is_another_wish() {
        office.asks(CASHIER, "k-1", receipt("bank-1", CT)).facts();
        office.asks(CASHIER, "k-2", receipt("bank-1", CT)).thenRefused(NUMBER_USED, "bank-1");
    }

    @Test
    void a_lost_wish_may_be_asked_again_with_its_key() {
        Answer first = office.asks(CASHIER, "k", receipt("bank-1", CT));
        office.loses(first.recorded().getFirst().position());
        assertEquals(first.facts(), office.asks(CASHIER, "k", receipt("bank-1", CT)).facts());
    }

    @Test
    void whose_registry_row_has_changed_signs_nothing() {
        RecordFundReceipt wish = receipt("bank-1", CT);
        Wish around = new Wish(CASHIER, "k", Wish.hash(wish), null, "correlation", new ProposalId("p"), "f".repeat(64));
        Ruling ruling = new Gate(new Slices()).rule(
                around, wish, OPENING, office.log().size() - 1L, OPENING, office.known());
        assertEquals(REGISTRY_CHANGED, ((Ruling.Refuse) ruling).refused().code());
    }
}
