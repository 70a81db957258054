package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.kit.Office;
import fundtrail.command.placepaymenthold.PlacePaymentHold;
import fundtrail.command.releasepaymenthold.ReleasePaymentHold;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.Signature.Step;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.DelegationRevoked;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.ProposalId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who signs in somebody's stead counts as both of them: neither may have signed, and what either may not do, he may not. */
class DelegatesTest {
    private static final DelegationId LENT = new DelegationId("d-1");
    private static final HoldId HOLD = new HoldId("hold-1");

    private final Office office = new Office().with(institution(H1), source(CEN), budget(CEN, "100.00"));

    private static AllotBudget allot(String yuan) {
        return new AllotBudget(DAY, DOCUMENT, CEN_H1, H1, DIVISION, CEN, BPH, YEAR, CLASSES, yuan(yuan));
    }

    private static DelegationGranted lent(String limit, int firstDay, int lastDay) {
        return new DelegationGranted(LENT, ACCOUNTANT, CHECKER, DIVISION, List.of("AllotBudget"),
                limit == null ? null : yuan(limit), DAY.plusDays(firstDay), DAY.plusDays(lastDay));
    }

    private static PlacePaymentHold placing() {
        return new PlacePaymentHold(
                DOCUMENT, HOLD, H1, null, null, "财政违法行为处罚处分条例第二十四条", DAY.plusDays(30), DAY.plusDays(60));
    }

    @Test
    void a_delegate_signs_in_the_delegators_role_and_the_fact_names_both() {
        office.with(lent(null, 0, 1));
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allot("60.00"));
        Signature last = office.approves(CHECKER, proposal).recorded().getLast().envelope().signatures().getLast();
        assertEquals(new Signature(Step.APPROVER, Role.CA, CHECKER, ACCOUNTANT, null), last);
    }

    @Test
    void without_a_delegation_he_does_not() {
        office.approves(CHECKER, office.proposes(BUDGET_OFFICER, allot("60.00"))).thenRefused(ROLE_MISSING, "AllotBudget");
    }

    @Test
    void it_serves_from_its_first_day_to_its_last_by_the_day_of_recording_and_no_date_in_the_wish_changes_that() {
        office.with(lent(null, 1, 2));
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allot("60.00"));
        office.approves(CHECKER, proposal).thenRefused(ROLE_MISSING, "AllotBudget");
        office.at(later(Duration.ofDays(3))).approves(CHECKER, proposal).thenRefused(ROLE_MISSING, "AllotBudget");
        Office inTime = new DelegatesTest().office.with(lent(null, 1, 2));
        ProposalId other = inTime.proposes(BUDGET_OFFICER, allot("60.00"));
        assertEquals(2, inTime.at(later(Duration.ofDays(2))).approves(CHECKER, other).facts().size());
    }

    @Test
    void it_serves_up_to_its_limit_and_the_delegators() {
        office.with(lent("50.00", 0, 1));
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allot("50.01"));
        assertEquals("50.00",
                office.approves(CHECKER, proposal).thenRefused(LIMIT_EXCEEDED, "AllotBudget").details().get("limit"));
        assertEquals(2, office.approves(ACCOUNTANT, proposal).facts().size());
    }

    @Test
    void nobody_approves_his_own_proposal_through_a_delegate() {
        office.with(new RoleGranted(ACCOUNTANT, Role.BO, DIVISION, null), lent(null, 0, 1));
        ProposalId proposal = office.proposes(ACCOUNTANT, allot("60.00"));
        office.approves(ACCOUNTANT, proposal).thenRefused(SIGNER_CONFLICT, proposal);
        office.approves(CHECKER, proposal).thenRefused(SIGNER_CONFLICT, proposal);
    }

    @Test
    void nobody_signs_again_in_anothers_stead() {
        office.with(new RoleGranted(CHECKER, Role.BO, DIVISION, null), lent(null, 0, 1));
        ProposalId proposal = office.proposes(CHECKER, allot("60.00"));
        office.approves(CHECKER, proposal).thenRefused(SIGNER_CONFLICT, proposal);
    }

    @Test
    void whose_delegate_has_signed_does_not_sign_beside_him() {
        office.underMatrixWith(Row.of("AllotBudget", Role.BO, Role.CA, Role.BH))
                .with(lent(null, 0, 1), new RoleGranted(ACCOUNTANT, Role.BH, DIVISION, null));
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allot("60.00"));
        office.checks(CHECKER, proposal).facts();
        office.approves(ACCOUNTANT, proposal).thenRefused(SIGNER_CONFLICT, proposal);
        assertEquals(2, office.approves(HEAD, proposal).facts().size());
    }

    @Test
    void what_is_lent_is_what_the_delegator_holds_at_that_moment() {
        office.with(lent(null, 0, 1));
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allot("60.00"));
        office.with(new RoleRevoked(ACCOUNTANT, Role.CA, DIVISION, null));
        office.approves(CHECKER, proposal).thenRefused(ROLE_MISSING, "AllotBudget");
    }

    @Test
    void what_is_lent_cannot_be_lent_on() {
        office.with(lent(null, 0, 1)).lends(CHECKER, LEGAL, "AllotBudget");
        office.approves(LEGAL, office.proposes(BUDGET_OFFICER, allot("60.00"))).thenRefused(ROLE_MISSING, "AllotBudget");
    }

    @Test
    void what_was_lent_for_one_division_does_not_serve_in_another() {
        office.with(new RoleGranted(ACCOUNTANT, Role.CA, NEXT_DIVISION, null), new DelegationGranted(LENT, ACCOUNTANT, CHECKER,
                NEXT_DIVISION, List.of("AllotBudget"), null, DAY, DAY));
        office.approves(CHECKER, office.proposes(BUDGET_OFFICER, allot("60.00")))
                .thenRefused(JURISDICTION_OUTSIDE, "AllotBudget");
    }

    @Test
    void a_revoked_delegation_serves_no_more() {
        office.with(lent(null, 0, 1));
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allot("60.00"));
        office.with(new DelegationRevoked(LENT, ACCOUNTANT, CHECKER));
        office.approves(CHECKER, proposal).thenRefused(ROLE_MISSING, "AllotBudget");
    }

    @Test
    void who_came_to_hold_an_incompatible_role_signs_no_longer_in_the_others_stead() {
        office.with(new RoleRevoked(CHECKER, Role.CK, DIVISION, null), new RoleGranted(CHECKER, Role.AU, DIVISION, null),
                lent(null, 0, 1));
        office.approves(CHECKER, office.proposes(BUDGET_OFFICER, allot("60.00"))).thenRefused(DELEGATE_UNFIT, "AllotBudget");
    }

    @Test
    void a_hold_is_not_lifted_by_its_placers_delegate() {
        office.lends(INSPECTOR, LEGAL, "ReleasePaymentHold").with(new RoleRevoked(LEGAL, Role.LO, DIVISION, null));
        office.asks(INSPECTOR, placing()).facts();
        office.asks(LEGAL, new ReleasePaymentHold(null, HOLD, "问题已整改")).thenRefused(HOLDER_CONFLICT, HOLD);
        assertEquals(1, office.asks(INSPECTOR_2, new ReleasePaymentHold(null, HOLD, "问题已整改")).facts().size());
    }

    @Test
    void nor_by_him_in_whose_stead_it_was_placed() {
        office.lends(INSPECTOR, LEGAL, "PlacePaymentHold");
        office.asks(LEGAL, placing()).facts();
        office.asks(INSPECTOR, new ReleasePaymentHold(null, HOLD, "问题已整改")).thenRefused(HOLDER_CONFLICT, HOLD);
        office.asks(LEGAL, new ReleasePaymentHold(null, HOLD, "问题已整改")).thenRefused(HOLDER_CONFLICT, HOLD);
    }
}
