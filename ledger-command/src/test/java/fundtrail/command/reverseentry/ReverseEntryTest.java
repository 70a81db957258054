package fundtrail.command.reverseentry;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.approved;
import static fundtrail.command.kit.Batches.confirmed;
import static fundtrail.command.kit.Batches.funded;
import static fundtrail.command.kit.Batches.paid;
import static fundtrail.command.kit.Batches.payment;
import static fundtrail.command.kit.Batches.returned;
import static fundtrail.command.kit.Batches.row;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Given;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.id.PaymentId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReverseEntryTest {
    private static final FundReceived RECEIPT = received(CEN, "100.00", "bank-1");
    private static final BudgetAllotted ALLOTMENT = allotted(CEN_H1, H1, CEN, "100.00");
    private static final Row ROW = row(1, CEN_H1, "40.00");

    private static Given withReceiptAndAllotment() {
        return given(institution(H1), source(CEN), treasuryAccount(), budget(CEN, "100.00"), ALLOTMENT, RECEIPT);
    }

    private static ReverseEntry wish(Given given, Fact fact) {
        return wish(given, fact, null);
    }

    private static ReverseEntry wish(Given given, Fact fact, LocalDate date) {
        return new ReverseEntry(date, DOCUMENT, given.positionOf(fact), "录入有误");
    }

    private static EntryReversed reversed(Given given, Fact fact, PaymentId payment) {
        return new EntryReversed(
                given.positionOf(fact), fact.getClass().getSimpleName(), payment, "录入有误", fact.lines().red());
    }

    @Test
    void a_receipt_is_taken_back_in_red() {
        Given given = withReceiptAndAllotment();
        given.when(wish(given, RECEIPT)).then(reversed(given, RECEIPT, null));
        given.and(reversed(given, RECEIPT, null));
        assertEquals(Money.ZERO, given.known().balances().cashIn(CT));
    }

    @Test
    void an_allotment_is_taken_back_in_red_and_its_authority_is_unallotted_again() {
        Given given = withReceiptAndAllotment();
        given.when(wish(given, ALLOTMENT)).then(reversed(given, ALLOTMENT, null));
        given.and(reversed(given, ALLOTMENT, null));
        assertEquals(yuan("100.00"), given.known().balances().unallotted(DIVISION, YEAR, CEN));
    }

    @Test
    void a_payment_the_bank_has_not_confirmed_is_taken_back_and_waits_to_be_paid_again() {
        Given given = funded().and(approved(B1, ROW)).and(paid(B1, ROW));
        given.when(wish(given, paid(B1, ROW))).then(reversed(given, paid(B1, ROW), payment(B1, ROW)));
        given.and(reversed(given, paid(B1, ROW), payment(B1, ROW)));
        assertEquals(yuan("40.00"), given.known().balances().reserved(CEN_H1));
    }

    @Test
    void a_payment_the_bank_has_confirmed_is_undone_by_its_return_only() {
        Given given = funded().and(approved(B1, ROW)).and(paid(B1, ROW), confirmed(B1, ROW, "40.00", "out-1"));
        Refused refused = given.when(wish(given, paid(B1, ROW))).thenRefused(NOT_REVERSIBLE, given.positionOf(paid(B1, ROW)));
        assertEquals("CONFIRMED", refused.details().get("why"));
        assertEquals("AdvancePaid", refused.details().get("instead"));
    }

    @Test
    void a_payment_of_which_money_came_back_is_not_taken_back_as_a_whole() {
        Given given = funded().and(approved(B1, ROW)).and(paid(B1, ROW), returned(B1, ROW, "0.01", "back-1"));
        Refused refused = given.when(wish(given, paid(B1, ROW))).thenRefused(NOT_REVERSIBLE, given.positionOf(paid(B1, ROW)));
        assertEquals("RETURNED", refused.details().get("why"));
    }

    @Test
    void other_facts_are_not_taken_back_and_the_refusal_names_what_undoes_them() {
        Given given = withReceiptAndAllotment();
        Refused refused = given.when(wish(given, budget(CEN, "100.00")))
                .thenRefused(NOT_REVERSIBLE, given.positionOf(budget(CEN, "100.00")));
        assertEquals("BudgetApproved", refused.details().get("type"));
        assertEquals("KIND", refused.details().get("why"));
        assertEquals("BudgetApproved", refused.details().get("instead"));
    }

    @Test
    void a_reversal_is_not_reversed() {
        Given given = withReceiptAndAllotment();
        EntryReversed reversal = reversed(given, RECEIPT, null);
        given.and(reversal).when(wish(given, reversal)).thenRefused(NOT_REVERSIBLE, given.positionOf(reversal));
    }

    @Test
    void what_is_not_in_the_log_yet_cannot_be_reversed() {
        Given given = withReceiptAndAllotment();
        long next = given.positionOf(RECEIPT) + 1;
        given.when(new ReverseEntry(null, DOCUMENT, next, "录入有误")).thenRefused(ENTRY_UNKNOWN, next);
        given.when(new ReverseEntry(null, DOCUMENT, -1, "录入有误")).thenRefused(ENTRY_UNKNOWN, -1);
    }

    @Test
    void an_entry_is_reversed_once_even_when_its_payment_was_made_again() {
        Given given = funded().and(approved(B1, ROW)).and(paid(B1, ROW));
        long first = given.positionOf(paid(B1, ROW));
        EntryReversed reversal = reversed(given, paid(B1, ROW), payment(B1, ROW));
        Refused refused = given.and(reversal, paid(B1, ROW), confirmed(B1, ROW, "40.00", "out-1"))
                .when(new ReverseEntry(null, DOCUMENT, first, "录入有误"))
                .thenRefused(ALREADY_REVERSED, first);
        assertEquals("#" + given.positionOf(reversal), refused.details().get("by"));
    }

    @Test
    void it_counts_from_the_originals_day_at_the_earliest() {
        Given given = withReceiptAndAllotment();
        given.when(wish(given, RECEIPT, DAY)).then(reversed(given, RECEIPT, null));
        given.when(wish(given, RECEIPT, DAY.minusDays(1))).thenRefused(DATE_BEFORE_ORIGINAL, given.positionOf(RECEIPT));
    }

    @Test
    void it_rests_on_a_document() {
        Given given = withReceiptAndAllotment();
        given.when(new ReverseEntry(null, null, given.positionOf(RECEIPT), "录入有误"))
                .thenRefused(DOCUMENT_REQUIRED, "ReverseEntry");
    }
}
