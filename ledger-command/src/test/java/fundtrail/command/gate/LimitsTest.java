package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.LIMIT_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.ROLE_MISSING;
import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.approvebudget.ApproveBudget;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.kit.Office;
import fundtrail.contract.Body;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.CommandRefused;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.ProposalId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each hand may be limited to an amount, or asked of one body. */
class LimitsTest {
    private final Office office = new Office()
            .with(institution(H1), source(CEN), budget(CEN, "100.00"))
            .underMatrixWith(new Row("AllotBudget", List.of(
                    List.of(new Signer(Role.BO, null, yuan("80.00"))),
                    List.of(new Signer(Role.CA, null, yuan("50.00")), new Signer(Role.BH, null, null)))));

    private static AllotBudget allot(String yuan) {
        return new AllotBudget(DAY, DOCUMENT, CEN_H1, H1, DIVISION, CEN, BPH, YEAR, CLASSES, yuan(yuan));
    }

    @Test
    void a_signer_signs_up_to_the_limit_and_one_with_a_higher_one_above_it() {
        assertEquals(2, office.carries(allot("50.00"), BUDGET_OFFICER, ACCOUNTANT).facts().size());
        Office other = new LimitsTest().office;
        ProposalId above = other.proposes(BUDGET_OFFICER, allot("50.01"));
        Refused refused = other.approves(ACCOUNTANT, above).thenRefused(LIMIT_EXCEEDED, "AllotBudget");
        assertEquals("50.00", refused.details().get("limit"));
        assertEquals("50.01", refused.details().get("amount"));
        assertEquals(2, other.approves(HEAD, above).facts().size());
    }

    @Test
    void what_is_above_every_limit_is_not_even_proposed() {
        office.asks(BUDGET_OFFICER, allot("80.01")).thenRefused(LIMIT_EXCEEDED, "AllotBudget");
    }

    @Test
    void to_sign_above_the_limit_is_noted() {
        ProposalId above = office.proposes(BUDGET_OFFICER, allot("50.01"));
        assertEquals(List.of(new CommandRefused(ACCOUNTANT, "ApproveProposal", "LIMIT_EXCEEDED", "AllotBudget")),
                office.approves(ACCOUNTANT, above).noted());
    }

    @Test
    void amounts_that_no_sum_could_hold_are_above_every_limit() {
        Money most = yuan("9999999999999.99");
        office.underMatrixWith(new Row("ApproveBudget", List.of(
                List.of(new Signer(Role.BO, null, yuan("1000.00"))), Signer.anyOf(Role.CK), Signer.anyOf(Role.CA))));
        office.asks(BUDGET_OFFICER, new ApproveBudget(DAY, DOCUMENT, DIVISION, YEAR, BPH, CompensationChannel.BASIC_SERVICE_PURCHASE,
                        List.of(new SourceAmount(CEN, most), new SourceAmount(new FundSourceCode("CTY"), most))))
                .thenRefused(LIMIT_EXCEEDED, "ApproveBudget");
    }

    @Test
    void a_hand_of_one_body_is_not_given_by_the_same_role_of_another() {
        office.underMatrixWith(new Row("AllotBudget", List.of(
                        Signer.anyOf(Role.BO), List.of(new Signer(Role.CA, Body.HEALTH, null)))));
        ProposalId proposal = office.proposes(BUDGET_OFFICER, allot("60.00"));
        office.approves(ACCOUNTANT, proposal).thenRefused(ROLE_MISSING, "AllotBudget");
        office.with(new RoleRevoked(ACCOUNTANT, Role.CA, DIVISION, null),
                new RoleGranted(ACCOUNTANT, Role.CA, DIVISION, Body.HEALTH, null));
        assertEquals(2, office.approves(ACCOUNTANT, proposal).facts().size());
    }
}
