package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.NOT_THE_MAKER;
import static fundtrail.command.decide.RefusalCode.PROPOSAL_CLOSED;
import static fundtrail.command.decide.RefusalCode.TOO_MANY_PROPOSALS;
import static fundtrail.command.decide.RefusalCode.UNALLOTTED_EXCEEDED;
import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.authority.DefaultMatrix;
import fundtrail.command.kit.Office;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.ProposalApproved;
import fundtrail.contract.fact.ProposalReturned;
import fundtrail.contract.fact.ProposalWithdrawn;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.ProposalId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a proposal ends: approved, returned or withdrawn, once; and decided anew at its last signature. */
class ProposalEndTest {
    private static final AllotmentId OTHER_ALLOTMENT = new AllotmentId("CEN-H1-2");

    private final Office office = new Office().with(institution(H1), source(CEN), treasuryAccount(), budget(CEN, "100.00"));

    private static AllotBudget allot(AllotmentId id, String yuan) {
        return new AllotBudget(DAY, DOCUMENT, id, H1, DIVISION, CEN, BPH, YEAR, CLASSES, yuan(yuan));
    }

    @Test
    void the_next_hand_returns_a_proposal_with_a_reason() {
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allot(CEN_H1, "60.00"));
        office.returns(ACCOUNTANT, proposal)
                .then(new ProposalReturned(proposal, office.contentOf(proposal), "金额与文件不符"));
        assertClosed(proposal);
    }

    @Test
    void its_maker_withdraws_a_proposal_and_nobody_else_does() {
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allot(CEN_H1, "60.00"));
        office.withdraws(ACCOUNTANT, proposal).thenRefused(NOT_THE_MAKER, proposal);
        office.withdraws(BUDGET_OFFICER, proposal)
                .then(new ProposalWithdrawn(proposal, office.contentOf(proposal), "重新测算"));
        assertEquals(List.of(Signature.of(Step.MAKER, Role.BO, BUDGET_OFFICER)),
                office.log().getLast().envelope().signatures());
        assertClosed(proposal);
    }

    @Test
    void a_maker_has_only_so_many_proposals_open_and_whatever_ends_one_makes_room() {
        Office busy = new Office().with(institution(H1), source(CEN), treasuryAccount(), budget(CEN, "100000.00"));
        List<ProposalId> open = IntStream.range(0, Gate.OPEN_PROPOSALS)
                .mapToObj(i -> busy.proposes(BUDGET_OFFICER, allot(new AllotmentId("A-" + i), "1.00")))
                .toList();
        busy.asks(BUDGET_OFFICER, allot(OTHER_ALLOTMENT, "1.00")).thenRefused(TOO_MANY_PROPOSALS, BUDGET_OFFICER);
        assertEquals(2, busy.approves(ACCOUNTANT, open.get(0)).facts().size());
        busy.proposes(BUDGET_OFFICER, allot(OTHER_ALLOTMENT, "1.00"));
        busy.asks(BUDGET_OFFICER, allot(CEN_H1, "1.00")).thenRefused(TOO_MANY_PROPOSALS, BUDGET_OFFICER);
        busy.returns(ACCOUNTANT, open.get(1));
        busy.withdraws(BUDGET_OFFICER, open.get(2));
        busy.proposes(BUDGET_OFFICER, allot(CEN_H1, "1.00"));
        busy.proposes(BUDGET_OFFICER, allot(new AllotmentId("A-LAST"), "1.00"));
        busy.asks(BUDGET_OFFICER, allot(new AllotmentId("A-NONE"), "1.00")).thenRefused(TOO_MANY_PROPOSALS, BUDGET_OFFICER);
    }

    @Test
    void an_approved_proposal_is_not_approved_again() {
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allot(CEN_H1, "60.00"));
        assertEquals(2, office.approves(ACCOUNTANT, proposal).facts().size());
        assertClosed(proposal);
    }

    private void assertClosed(ProposalId proposal) {
        office.approves(ACCOUNTANT, proposal).thenRefused(PROPOSAL_CLOSED, proposal);
        office.checks(ACCOUNTANT, proposal).thenRefused(PROPOSAL_CLOSED, proposal);
        office.returns(ACCOUNTANT, proposal).thenRefused(PROPOSAL_CLOSED, proposal);
        office.withdraws(BUDGET_OFFICER, proposal).thenRefused(PROPOSAL_CLOSED, proposal);
    }

    @Test
    void a_wish_that_would_be_refused_now_does_not_become_a_proposal() {
        office.asks(BUDGET_OFFICER, allot(CEN_H1, "100.01")).thenRefused(UNALLOTTED_EXCEEDED, CEN);
    }

    @Test
    void the_wish_is_decided_anew_at_the_last_signature_and_stays_open_when_refused() {
        ProposalId first = office.proposes(BUDGET_OFFICER, allot(CEN_H1, "60.00"));
        ProposalId second = office.proposes(BUDGET_OFFICER, allot(OTHER_ALLOTMENT, "40.01"));
        assertEquals(2, office.approves(ACCOUNTANT, first).facts().size());
        long allotted = office.log().size() - 1L;

        office.approves(ACCOUNTANT, second).thenRefused(UNALLOTTED_EXCEEDED, CEN);
        assertTrue(office.known().proposals().get(second).open());

        office.with(new EntryReversed(allotted, "BudgetAllotted", null, "录入有误",
                office.log().get((int) allotted).fact().lines().red()));
        assertEquals(new ProposalApproved(second, office.contentOf(second)),
                office.approves(ACCOUNTANT, second).facts().getFirst());
    }

    @Test
    void of_two_proposals_of_one_thing_the_first_approved_wins() {
        ProposalId first = office.proposes(BUDGET_OFFICER, allot(CEN_H1, "10.00"));
        ProposalId second = office.proposes(BUDGET_OFFICER, allot(CEN_H1, "20.00"));
        assertEquals(2, office.approves(ACCOUNTANT, second).facts().size());
        office.approves(ACCOUNTANT, first).thenRefused(ALREADY_EXISTS, CEN_H1);
    }

    @Test
    void a_proposal_under_way_goes_on_under_the_matrix_now_in_force() {
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allot(CEN_H1, "60.00"));
        office.with(threeHandsFor("AllotBudget"));
        office.checks(CHECKER, proposal).facts();
        assertEquals(List.of(Step.MAKER, Step.CHECKER, Step.APPROVER),
                office.approves(ACCOUNTANT, proposal).recorded().getLast().envelope().signatures().stream()
                        .map(Signature::step)
                        .toList());
    }

    private static AuthorityMatrixSet threeHandsFor(String command) {
        return new AuthorityMatrixSet(DefaultMatrix.matrix().rows().stream()
                .map(row -> row.command().equals(command)
                        ? Row.of(command, Role.BO, Role.CK, Role.CA)
                        : row)
                .toList());
    }
}
