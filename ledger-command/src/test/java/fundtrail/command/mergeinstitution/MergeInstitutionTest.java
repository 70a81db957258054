package fundtrail.command.mergeinstitution;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Batches;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Sample;
import fundtrail.command.registerpayeeaccount.RegisterPayeeAccount;
import fundtrail.command.returnpayment.ReturnPayment;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.contract.Account;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.fact.InstitutionRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.CreditCode;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** H1 goes on in H2: all that stands in its name goes over, and what stands against one stands against both. */
class MergeInstitutionTest {
    private static MergeInstitution wish(InstitutionId from, InstitutionId into) {
        return new MergeInstitution(null, DOCUMENT, from, into);
    }

    /** H1 went on in H2, with all that stood in its name. */
    private static Given merged(Given given) {
        return given.and(given.when(wish(H1, H2)).facts().toArray(Fact[]::new));
    }

    private static Row row(AllotmentId allotment, InstitutionId payee, String yuan) {
        return new Row(2, PaymentKind.ADVANCE, H2, accountOf(payee), allotment, yuan(yuan), PAID_FOR, null, null);
    }

    private static void assertHeld(Given given, HoldId by, Row row) {
        var faults = given.when(disburse(B1, row)).thenRefused(ROWS_REFUSED, B1).faults();
        assertEquals(HOLD_ACTIVE, faults.getFirst().why().code());
        assertEquals(by.value(), faults.getFirst().why().details().get("hold"));
    }

    private static Money standing(Given given, Account account, InstitutionId institution) {
        return given.known().balances().fund(account, Purse.of(DIVISION, YEAR, CEN).of(institution, BPH));
    }

    private static List<String> lines(Fact fact) {
        return fact.lines().list().stream().map(line -> line.account() + " " + line.institution() + " " + line.signed()).toList();
    }

    @Test
    void an_institution_without_any_money_goes_on_in_another() {
        Given.given(institution(H1), institution(H2)).when(wish(H1, H2)).then(Sample.merged(H1, H2));
    }

    @Test
    void each_balance_goes_over_by_a_line_in_red_and_the_same_on_the_successor() {
        var paid = Batches.row(1, CEN_H1, "40.00");
        List<Fact> facts = funded().and(approved(B1, paid)).and(paid(B1, paid)).when(wish(H1, H2)).facts();
        assertEquals(List.of("ADVANCES H1 -40.00", "ADVANCES H2 40.00", "ALLOTTED H1 60.00", "ALLOTTED H2 -60.00", "EXPENDED H1 40.00",
                "EXPENDED H2 -40.00", "ALLOTTED H1 100.00", "ALLOTTED H2 -100.00"), lines(facts.getFirst()));
        InstitutionMerged closing = (InstitutionMerged) facts.getLast();
        assertEquals("1 4", closing.parts() + " " + closing.rowCount());
        assertEquals(Digest.sha256(Json.canonical(facts.getFirst().lines())), closing.linesHash());
    }

    @Test
    void both_exist_are_two_and_go_on_themselves() {
        funded().when(wish(H1, H1)).thenRefused(MERGED_INTO_ITSELF, H1);
        funded().when(wish(H1, new InstitutionId("H9"))).thenRefused(INSTITUTION_UNKNOWN, "H9");
        merged(funded()).when(wish(H1, H2)).thenRefused(INSTITUTION_MERGED, H1);
        merged(funded()).when(wish(H2, H1)).thenRefused(INSTITUTION_MERGED, H1);
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
        Row open = Batches.row(2, CEN_H1, "10.00");
        Given given = funded().and(approved(B1, open));
        assertEquals("10.00", given.when(wish(H1, H2)).thenRefused(RESERVED_REMAINS, H1).details().get("amount"));
        assertEquals(2, given.and(paid(B1, open)).when(wish(H1, H2)).facts().size());
    }

    @Test
    void its_allotments_are_the_successors_and_are_paid_to_it() {
        Given given = merged(funded());
        assertEquals(H2, given.known().allotments().get(CEN_H1).institution());
        assertEquals(yuan("0.00"), standing(given, Account.ALLOTTED, H1));
        assertEquals(yuan("-200.00"), standing(given, Account.ALLOTTED, H2));
        assertEquals(2, given.when(disburse(B1, row(CEN_H1, H2, "100.00"))).facts().size());
    }

    @Test
    void what_the_bank_returns_of_a_payment_made_before_comes_back_to_the_successor() {
        Row paid = Batches.row(1, CEN_H1, "40.00");
        Given given = merged(funded().and(approved(B1, paid)).and(paid(B1, paid)));
        given.and(given.when(new ReturnPayment(null, payment(B1, paid), yuan("40.00"), "back-1", "销户")).facts().getFirst());
        assertEquals(yuan("0.00"), standing(given, Account.ADVANCES, H2));
        assertEquals(yuan("0.00"), standing(given, Account.ADVANCES, H1));
        assertEquals(yuan("-200.00"), standing(given, Account.ALLOTTED, H2));
    }

    @Test
    void what_was_posted_in_its_name_is_not_taken_back_any_more() {
        Given given = funded();
        long position = given.positionOf(allotted(CEN_H1, H1, CEN, "100.00"));
        merged(given).when(new ReverseEntry(null, DOCUMENT, position, "误下达")).thenRefused(INSTITUTION_MERGED, H1);
    }

    @Test
    void nothing_new_begins_for_it() {
        merged(funded())
                .when(new AllotBudget(null, DOCUMENT, new AllotmentId("CEN-H1-2"), H1, DIVISION, CEN, BPH, YEAR, CLASSES, yuan("0.01")))
                .thenRefused(INSTITUTION_MERGED, H1);
        merged(funded())
                .when(new RegisterPayeeAccount(new PayeeAccountId("H1-new"), H1, "青溪镇卫生院", "9900000000000777", "虚构银行"))
                .thenRefused(INSTITUTION_MERGED, H1);
    }

    @Test
    void a_hold_on_it_stops_payments_to_its_successor_and_the_other_way_round() {
        assertHeld(merged(funded().and(hold(HOLD, H1, null))), HOLD, row(CEN_H2, H2, "1.00"));
        assertHeld(merged(funded().and(hold(HOLD, H1, null))), HOLD, row(CEN_H1, H2, "10.00"));
        assertHeld(merged(funded().and(hold(HOLD, H2, null))), HOLD, row(CEN_H1, H1, "1.00"));
        Row free = Batches.row(2, CEN_H2, "1.00");
        funded().and(hold(HOLD, H1, null)).when(disburse(B1, free)).then(approved(B1, free));
    }

    @Test
    void an_amount_held_back_from_it_is_covered_by_the_authority_of_both() {
        Given given = merged(funded().and(hold(HOLD, H1, "250.00")));
        Row rest = Batches.row(2, CEN_H2, "50.00");
        given.when(disburse(B1, rest)).then(approved(B1, rest));
        assertHeld(given, HOLD, Batches.row(2, CEN_H2, "50.01"));
    }
}
