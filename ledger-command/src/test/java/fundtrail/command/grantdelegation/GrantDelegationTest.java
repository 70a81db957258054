package fundtrail.command.grantdelegation;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.kit.Office;
import fundtrail.contract.Role;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantDelegationTest {
    private static final DelegationId D1 = new DelegationId("d-1");

    private final Office office = new Office();

    private static GrantDelegation wish(PersonRef from, PersonRef to, String... commands) {
        return new GrantDelegation(D1, from, to, DIVISION, List.of(commands), yuan("500.00"), DAY, DAY.plusDays(9));
    }

    private static GrantDelegation lasting(int days) {
        return new GrantDelegation(D1, CHECKER, LEGAL, DIVISION, List.of("DisburseBatch"), null, DAY, DAY.plusDays(days - 1));
    }

    @Test
    void the_delegator_asks_and_a_superior_signs() {
        assertEquals(new DelegationGranted(D1, CHECKER, LEGAL, DIVISION, List.of("ApproveBudget", "DisburseBatch"),
                        yuan("500.00"), DAY, DAY.plusDays(9)),
                office.carries(wish(CHECKER, LEGAL, "DisburseBatch", "ApproveBudget"), CHECKER, ACCOUNTANT).facts().getLast());
    }

    @Test
    void nobody_lends_anothers_signature() {
        office.asks(CLERK, wish(CHECKER, LEGAL, "DisburseBatch")).thenRefused(NOT_THE_DELEGATOR, CHECKER);
        office.lends(CHECKER, CLERK, "GrantDelegation");
        office.asks(CLERK, wish(CHECKER, LEGAL, "DisburseBatch")).thenRefused(NOT_THE_DELEGATOR, CHECKER);
    }

    @Test
    void the_delegate_does_not_sign_his_own_delegation() {
        ProposalId proposal = office.proposes(CHECKER, wish(CHECKER, ACCOUNTANT, "DisburseBatch"));
        office.approves(ACCOUNTANT, proposal).thenRefused(OWN_MATTER, ACCOUNTANT);
        assertEquals(2, office.approves(HEAD, proposal).facts().size());
        assertThrows(IllegalArgumentException.class, () -> wish(CHECKER, CHECKER, "DisburseBatch"));
    }

    @Test
    void nobody_is_lent_what_he_could_not_hold() {
        assertEquals("CK", office.asks(CHECKER, wish(CHECKER, CASHIER, "DisburseBatch"))
                .thenRefused(ROLES_INCOMPATIBLE, CASHIER).details().get("role"));
        office.asks(CHECKER, wish(CHECKER, INSPECTOR, "DisburseBatch")).thenRefused(ROLES_INCOMPATIBLE, INSPECTOR);
        office.asks(CHECKER, wish(CHECKER, AUDITOR, "DisburseBatch")).thenRefused(ROLES_INCOMPATIBLE, AUDITOR);
        office.asks(CHECKER, wish(CHECKER, ADMIN, "DisburseBatch")).thenRefused(ROLES_INCOMPATIBLE, ADMIN);
    }

    @Test
    void nobody_lends_what_he_does_not_hold_there() {
        office.asks(CHECKER, wish(CHECKER, LEGAL, "RecordFundReceipt")).thenRefused(NOTHING_TO_DELEGATE, "RecordFundReceipt");
        office.with(new RoleGranted(CHECKER, Role.CA, NEXT_DIVISION, null));
        office.asks(CHECKER, wish(CHECKER, LEGAL, "AllotBudget")).thenRefused(NOTHING_TO_DELEGATE, "AllotBudget");
    }

    @Test
    void who_may_sign_is_not_lent_out() {
        office.asks(CHECKER, wish(CHECKER, LEGAL, "GrantDelegation")).thenRefused(COMMAND_NOT_DELEGABLE, "GrantDelegation");
        office.asks(ADMIN, wish(ADMIN, LEGAL, "GrantRole")).thenRefused(COMMAND_NOT_DELEGABLE, "GrantRole");
        office.asks(CHECKER, wish(CHECKER, LEGAL, "PayEverybody")).thenRefused(COMMAND_NOT_DELEGABLE, "PayEverybody");
    }

    @Test
    void a_limit_is_not_set_where_there_is_no_amount() {
        office.asks(CASHIER, wish(CASHIER, LEGAL, "ExecuteBatch")).thenRefused(DELEGATION_LIMIT_VOID, "ExecuteBatch");
    }

    @Test
    void it_begins_today_or_later_and_lasts_half_a_year_at_most() {
        office.asks(CHECKER, new GrantDelegation(D1, CHECKER, LEGAL, DIVISION, List.of("DisburseBatch"), null,
                DAY.minusDays(1), DAY)).thenRefused(DATE_PASSED, DAY.minusDays(1));
        assertEquals(1, office.asks(CHECKER, lasting(GrantDelegationDecision.LONGEST_DAYS)).facts().size());
        office.asks(CHECKER, lasting(GrantDelegationDecision.LONGEST_DAYS + 1)).thenRefused(DELEGATION_TOO_LONG, D1);
    }

    @Test
    void both_are_registered_the_division_is_known_and_the_id_is_new() {
        PersonRef nobody = new PersonRef("p-nobody");
        office.asks(CHECKER, wish(CHECKER, nobody, "DisburseBatch")).thenRefused(PERSON_NOT_REGISTERED, nobody);
        office.asks(CHECKER, wish(nobody, LEGAL, "DisburseBatch")).thenRefused(PERSON_NOT_REGISTERED, nobody);
        office.asks(CHECKER, new GrantDelegation(D1, CHECKER, LEGAL, new DivisionCode("330599"), List.of("DisburseBatch"),
                null, DAY, DAY)).thenRefused(JURISDICTION_OUTSIDE, "GrantDelegation");
        office.carries(wish(CHECKER, LEGAL, "DisburseBatch"), CHECKER, ACCOUNTANT).facts();
        office.asks(CHECKER, wish(CHECKER, LEGAL, "DisburseBatch")).thenRefused(ALREADY_EXISTS, D1);
    }
}
