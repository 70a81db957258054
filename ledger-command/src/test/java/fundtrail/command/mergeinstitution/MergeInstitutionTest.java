package fundtrail.command.mergeinstitution;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Given;
import fundtrail.command.registerpayeeaccount.RegisterPayeeAccount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import org.junit.jupiter.api.Test;

/** H1 goes on in H2: what is left for it may be paid to H2, and what stands against one stands against both. */
class MergeInstitutionTest {
    private static final InstitutionMerged MERGED = new InstitutionMerged(H1, H2);
    private static final Row TO_THE_SUCCESSOR =
            new Row(2, PaymentKind.ADVANCE, H1, accountOf(H2), CEN_H1, yuan("10.00"), PAID_FOR, null, null);

    private static MergeInstitution wish(InstitutionId from, InstitutionId into) {
        return new MergeInstitution(null, DOCUMENT, from, into);
    }

    private static void assertHeld(Given given, HoldId by, Row row) {
        var faults = given.when(disburse(B1, row)).thenRefused(ROWS_REFUSED, B1).faults();
        assertEquals(HOLD_ACTIVE, faults.getFirst().why().code());
        assertEquals(by.value(), faults.getFirst().why().details().get("hold"));
    }

    @Test
    void one_institution_goes_on_in_another() {
        funded().when(wish(H1, H2)).then(MERGED);
    }

    @Test
    void both_exist_are_two_and_go_on_themselves() {
        funded().when(wish(H1, H1)).thenRefused(MERGED_INTO_ITSELF, H1);
        funded().when(wish(H1, new InstitutionId("H9"))).thenRefused(INSTITUTION_UNKNOWN, "H9");
        funded().and(MERGED).when(wish(H1, H2)).thenRefused(INSTITUTION_MERGED, H1);
        funded().and(MERGED).when(wish(H2, H1)).thenRefused(INSTITUTION_MERGED, H1);
    }

    @Test
    void nobody_merges_into_another_divisions_institution() {
        InstitutionRegistered h2 = institution(H2);
        InstitutionId foreign = new InstitutionId("H3");
        funded().and(new InstitutionRegistered(foreign, new CreditCode("12330521471100032E"), h2.name(), h2.type(), h2.ownership(),
                        new DivisionCode("330522")))
                .when(wish(H1, foreign)).thenRefused(INSTITUTION_UNKNOWN, foreign);
    }

    @Test
    void what_is_approved_for_it_is_paid_or_cancelled_first() {
        Row open = row(2, CEN_H1, "10.00");
        Given given = funded().and(approved(B1, open));
        assertEquals("10.00", given.when(wish(H1, H2)).thenRefused(RESERVED_REMAINS, H1).details().get("amount"));
        given.and(paid(B1, open)).when(wish(H1, H2)).then(MERGED);
    }

    @Test
    void what_is_left_of_its_allotments_is_payable_to_its_successor_and_was_not_before() {
        DisburseBatch batch = disburse(B1, TO_THE_SUCCESSOR);
        assertEquals(PAYEE_MISMATCH, funded().when(batch).thenRefused(ROWS_REFUSED, B1).faults().getFirst().why().code());
        assertEquals(2, funded().and(MERGED).when(batch).facts().size());
    }

    @Test
    void nothing_new_begins_for_it() {
        funded().and(MERGED)
                .when(new AllotBudget(null, DOCUMENT, new AllotmentId("CEN-H1-2"), H1, DIVISION, CEN, BPH, YEAR, CLASSES, yuan("0.01")))
                .thenRefused(INSTITUTION_MERGED, H1);
        funded().and(MERGED)
                .when(new RegisterPayeeAccount(new PayeeAccountId("H1-new"), H1, "青溪镇卫生院", "9900000000000777", "虚构银行"))
                .thenRefused(INSTITUTION_MERGED, H1);
    }

    @Test
    void a_hold_on_it_stops_payments_to_its_successor_and_the_other_way_round() {
        assertHeld(funded().and(hold(HOLD, H1, null), MERGED), HOLD, row(2, CEN_H2, "1.00"));
        assertHeld(funded().and(hold(HOLD, H1, null), MERGED), HOLD, TO_THE_SUCCESSOR);
        assertHeld(funded().and(hold(HOLD, H2, null), MERGED), HOLD, row(2, CEN_H1, "1.00"));
        Row free = row(2, CEN_H2, "1.00");
        funded().and(hold(HOLD, H1, null)).when(disburse(B1, free)).then(approved(B1, free));
    }

    @Test
    void an_amount_held_back_from_it_is_covered_by_the_authority_of_both() {
        Given given = funded().and(hold(HOLD, H1, "250.00"), MERGED);
        Row rest = row(2, CEN_H2, "50.00");
        given.when(disburse(B1, rest)).then(approved(B1, rest));
        assertHeld(given, HOLD, row(2, CEN_H2, "50.01"));
    }
}
