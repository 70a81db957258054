package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.CONTENT_CHANGED;
import static fundtrail.command.decide.RefusalCode.OUT_OF_TURN;
import static fundtrail.command.decide.RefusalCode.PROPOSAL_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SIGNER_CONFLICT;
import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.approvebudget.ApproveBudget;
import fundtrail.command.decide.Command;
import fundtrail.command.grantrole.GrantRole;
import fundtrail.command.kit.Office;
import fundtrail.command.kit.Office.Answer;
import fundtrail.command.propose.ProposalStep.ApproveProposal;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Entry;
import fundtrail.contract.Envelope;
import fundtrail.contract.Fact;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetApproved;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.fact.ProposalChecked;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One, two and three hands: who may sign, in which order, and what is recorded when. */
class SignaturesTest {
    private static final AllotBudget ALLOT =
            new AllotBudget(DAY, DOCUMENT, CEN_H1, H1, DIVISION, CEN, BPH, YEAR, CLASSES, yuan("60.00"));
    private static final ApproveBudget APPROVE = new ApproveBudget(
            DAY, DOCUMENT, DIVISION, YEAR, BPH, CompensationChannel.BASIC_SERVICE_PURCHASE, List.of(new SourceAmount(CEN, yuan("100.00"))));

    private final Office office = new Office().with(institution(H1), source(CEN), treasuryAccount());

    private static List<Class<? extends Fact>> kinds(Answer answer) {
        return answer.recorded().stream().<Class<? extends Fact>>map(entry -> entry.fact().getClass()).toList();
    }

    private void grant(PersonRef person, Role role) {
        office.carries(new GrantRole(person, role, DIVISION, null), ADMIN, ACCOUNTANT).facts();
    }

    @Test
    void one_signature_is_posted_at_once() {
        Answer answer = office.asks(CASHIER,
                new RecordFundReceipt(DAY, null, DIVISION, YEAR, CEN, CT, "bank-1", yuan("1.00")));
        assertEquals(List.of(FundReceived.class), kinds(answer));
        assertEquals(List.of(Signature.of(Step.MAKER, Role.CS, CASHIER)),
                answer.recorded().getFirst().envelope().signatures());
        assertNull(answer.recorded().getFirst().envelope().causation());
    }

    @Test
    void two_hands_the_second_approves_and_the_facts_follow_in_the_same_append() {
        office.with(budget(CEN, "100.00"));
        Answer submitted = office.asks(BUDGET_OFFICER, ALLOT);
        assertEquals(List.of(ProposalSubmitted.class), kinds(submitted));
        Answer approved = office.approves(ACCOUNTANT, submitted(submitted).proposal());
        assertEquals(List.of(ProposalApproved.class, BudgetAllotted.class), kinds(approved));
    }

    @Test
    void three_hands_and_every_fact_carries_all_of_them_with_the_places_they_signed_at() {
        Answer submitted = office.asks(BUDGET_OFFICER, APPROVE);
        ProposalId proposal = submitted(submitted).proposal();
        Answer checked = office.checks(CHECKER, proposal);
        Answer approved = office.approves(ACCOUNTANT, proposal);

        assertEquals(List.of(ProposalChecked.class), kinds(checked));
        assertEquals(List.of(ProposalApproved.class, BudgetApproved.class), kinds(approved));
        List<Signature> hands = List.of(
                new Signature(Step.MAKER, Role.BO, BUDGET_OFFICER, null, submitted.recorded().getLast().position()),
                new Signature(Step.CHECKER, Role.CK, CHECKER, null, checked.recorded().getLast().position()),
                Signature.of(Step.APPROVER, Role.CA, ACCOUNTANT));
        for (Entry entry : approved.recorded()) {
            assertEquals(hands, entry.envelope().signatures());
        }
    }

    @Test
    void a_result_carries_the_wishes_date_and_document_and_its_proposal() {
        LocalDate yesterday = DAY.minusDays(1);
        office.with(budget(CEN, "100.00"));
        Answer approved = office.carries(new AllotBudget(
                yesterday, DOCUMENT, CEN_H1, H1, DIVISION, CEN, BPH, YEAR, CLASSES, yuan("60.00")), BUDGET_OFFICER, ACCOUNTANT);
        Envelope approval = approved.recorded().getFirst().envelope();
        Envelope result = approved.recorded().getLast().envelope();
        assertEquals(DAY, approval.effectiveDate());
        assertEquals(yesterday, result.effectiveDate());
        assertNull(approval.document());
        assertEquals(DOCUMENT, result.document());
        ProposalApproved signed = assertInstanceOf(ProposalApproved.class, approved.recorded().getFirst().fact());
        assertEquals(signed.proposal().value(), result.causation());
    }

    @Test
    void a_proposal_keeps_its_whole_wish_and_what_it_was_judged_against() {
        long head = office.log().size() - 1L;
        ProposalSubmitted submitted = submitted(office.asks(BUDGET_OFFICER, APPROVE));
        assertEquals("ApproveBudget", submitted.command());
        assertEquals(Wish.hash(APPROVE), submitted.contentHash());
        assertEquals(head, submitted.basedOn());
        assertEquals("100.00", submitted.content().at("/sources/0/amount").textValue());
    }

    @Test
    void the_maker_does_not_check_and_the_checker_does_not_approve_whatever_roles_they_hold() {
        grant(BUDGET_OFFICER, Role.CK);
        grant(CHECKER, Role.CA);
        grant(BUDGET_OFFICER, Role.CA);
        ProposalId proposal = office.proposes(BUDGET_OFFICER, APPROVE);
        office.checks(BUDGET_OFFICER, proposal).thenRefused(SIGNER_CONFLICT, proposal);
        office.checks(CHECKER, proposal).facts();
        office.approves(CHECKER, proposal).thenRefused(SIGNER_CONFLICT, proposal);
        office.approves(BUDGET_OFFICER, proposal).thenRefused(SIGNER_CONFLICT, proposal);
        assertEquals(2, office.approves(ACCOUNTANT, proposal).facts().size());
    }

    @Test
    void the_maker_does_not_return_his_own_proposal_in_the_next_hands_place() {
        grant(BUDGET_OFFICER, Role.CK);
        ProposalId proposal = office.proposes(BUDGET_OFFICER, APPROVE);
        office.returns(BUDGET_OFFICER, proposal).thenRefused(SIGNER_CONFLICT, proposal);
    }

    @Test
    void hands_sign_in_turn() {
        ProposalId three = office.proposes(BUDGET_OFFICER, APPROVE);
        office.approves(ACCOUNTANT, three).thenRefused(OUT_OF_TURN, three);
        office.checks(CHECKER, three).facts();
        office.checks(CHECKER, three).thenRefused(OUT_OF_TURN, three);

        ProposalId two = office.proposes(ADMIN, new GrantRole(CLERK, Role.LO, DIVISION, null));
        office.checks(ACCOUNTANT, two).thenRefused(OUT_OF_TURN, two);
    }

    @Test
    void nobody_signs_what_he_has_not_seen() {
        ProposalId proposal = office.proposes(BUDGET_OFFICER, APPROVE);
        Command unseen = new ApproveProposal(proposal, Wish.hash(ALLOT));
        assertEquals(Wish.hash(APPROVE),
                office.asks(ACCOUNTANT, unseen).thenRefused(CONTENT_CHANGED, proposal).details().get("hash"));
    }

    @Test
    void a_proposal_that_was_never_submitted_is_not_signed() {
        ProposalId unknown = new ProposalId("never");
        office.asks(ACCOUNTANT, new ApproveProposal(unknown, Wish.hash(ALLOT))).thenRefused(PROPOSAL_UNKNOWN, unknown);
    }

    private static ProposalSubmitted submitted(Answer answer) {
        return assertInstanceOf(ProposalSubmitted.class, answer.facts().getLast());
    }
}
