package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.COMMAND_WITHOUT_AUTHORITY;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.JURISDICTION_OUTSIDE;
import static fundtrail.command.decide.RefusalCode.PERSON_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.ROLE_MISSING;
import static fundtrail.command.kit.Office.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.authority.DefaultMatrix;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.grantrole.GrantRole;
import fundtrail.command.kit.Office;
import fundtrail.command.placepaymenthold.PlacePaymentHold;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.releasepaymenthold.ReleasePaymentHold;
import fundtrail.command.revokerole.RevokeRole;
import fundtrail.contract.Role;
import fundtrail.contract.Signature;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProposalId;
import org.junit.jupiter.api.Test;

/** Who may ask and sign: the roles held at that moment, in the division the wish belongs to. */
class AuthorityTest {
    private final Office office = new Office().with(institution(H1), source(CEN), treasuryAccount());

    private static RecordFundReceipt receiptOf(DivisionCode division, String bankRef) {
        return new RecordFundReceipt(DAY, null, division, YEAR, CEN, CT, bankRef, yuan("1.00"));
    }

    private static PlacePaymentHold holdOn(InstitutionId institution) {
        return new PlacePaymentHold(DOCUMENT, new HoldId("hold-1"), institution, null, null, "财政违法行为处罚处分条例第二十四条",
                DAY.plusDays(30), DAY.plusDays(60));
    }

    @Test
    void who_is_not_registered_asks_for_nothing() {
        PersonRef stranger = new PersonRef("p-stranger");
        office.asks(stranger, receiptOf(DIVISION, "bank-1")).thenRefused(PERSON_UNKNOWN, stranger);
    }

    @Test
    void without_the_role_the_refusal_says_which_it_takes() {
        Refused refused = office.asks(CLERK, receiptOf(DIVISION, "bank-1")).thenRefused(ROLE_MISSING, "RecordFundReceipt");
        assertEquals("[CS]", refused.details().get("roles"));
    }

    @Test
    void with_the_role_in_another_division_the_wish_is_outside_the_jurisdiction() {
        Refused refused = office.asks(NEIGHBOUR, receiptOf(DIVISION, "bank-1"))
                .thenRefused(JURISDICTION_OUTSIDE, "RecordFundReceipt");
        assertEquals(DIVISION.value(), refused.details().get("division"));
    }

    @Test
    void a_later_hand_needs_its_role_too() {
        ProposalId proposal = office.proposes(ADMIN, new GrantRole(LEGAL, Role.HO, DIVISION, null));
        office.approves(CLERK, proposal).thenRefused(ROLE_MISSING, "GrantRole");
    }

    @Test
    void one_of_several_roles_suffices_and_the_signature_names_the_one_used() {
        office.asks(INSPECTOR, holdOn(H1)).facts();
        Office.Answer released = office.asks(LEGAL, new ReleasePaymentHold(null, new HoldId("hold-1"), "问题已整改"));
        Signature signature = released.recorded().getFirst().envelope().signatures().getFirst();
        assertEquals(Role.LO, signature.role());
    }

    @Test
    void nobody_learns_what_exists_by_being_refused_for_want_of_authority() {
        office.asks(CLERK, holdOn(new InstitutionId("H9"))).thenRefused(ROLE_MISSING, "PlacePaymentHold");
        office.asks(INSPECTOR, holdOn(new InstitutionId("H9"))).thenRefused(INSTITUTION_UNKNOWN, "H9");
    }

    @Test
    void a_role_counts_from_its_grant_to_its_revocation_whatever_the_wishes_date() {
        office.asks(LEGAL, receiptOf(DIVISION, "bank-1")).thenRefused(ROLE_MISSING, "RecordFundReceipt");
        office.carries(new GrantRole(LEGAL, Role.CS, DIVISION, null), ADMIN, ACCOUNTANT).facts();
        assertEquals(1, office.asks(LEGAL, new RecordFundReceipt(
                DAY.minusDays(30), null, DIVISION, YEAR, CEN, CT, "bank-1", yuan("1.00"))).facts().size());
        office.carries(new RevokeRole(LEGAL, Role.CS, DIVISION, null), ADMIN, ACCOUNTANT).facts();
        office.asks(LEGAL, receiptOf(DIVISION, "bank-2")).thenRefused(ROLE_MISSING, "RecordFundReceipt");
    }

    @Test
    void a_role_lost_between_signatures_no_longer_signs() {
        ProposalId proposal = office.proposes(ADMIN, new GrantRole(LEGAL, Role.HO, DIVISION, null));
        office.with(new RoleRevoked(ACCOUNTANT, Role.CA, DIVISION, null));
        office.approves(ACCOUNTANT, proposal).thenRefused(ROLE_MISSING, "GrantRole");
    }

    @Test
    void a_command_the_matrix_does_not_know_is_nobodys() {
        office.with(new AuthorityMatrixSet(DefaultMatrix.matrix().rows().stream()
                .filter(row -> !row.command().equals("RecordFundReceipt"))
                .toList()));
        office.asks(CASHIER, receiptOf(DIVISION, "bank-1")).thenRefused(COMMAND_WITHOUT_AUTHORITY, "RecordFundReceipt");
    }

    @Test
    void the_administrator_handles_no_money() {
        office.asks(ADMIN, receiptOf(DIVISION, "bank-1")).thenRefused(ROLE_MISSING, "RecordFundReceipt");
        ProposalId proposal = office.proposes(ADMIN, new GrantRole(LEGAL, Role.HO, DIVISION, null));
        assertEquals(2, office.approves(ACCOUNTANT, proposal).facts().size());
    }
}
