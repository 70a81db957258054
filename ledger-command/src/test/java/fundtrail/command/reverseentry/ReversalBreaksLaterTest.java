package fundtrail.command.reverseentry;

import static fundtrail.command.decide.RefusalCode.REVERSAL_BREAKS_LATER;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.B2;
import static fundtrail.command.kit.Batches.CEN_H2;
import static fundtrail.command.kit.Batches.CTY_H1;
import static fundtrail.command.kit.Batches.PAYDAY;
import static fundtrail.command.kit.Batches.approved;
import static fundtrail.command.kit.Batches.cancelled;
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
import fundtrail.command.kit.Reserve;
import fundtrail.command.posting.PostingRules;
import fundtrail.command.recordtransferreceipt.RecordTransferReceipt;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A reversal leaves no balance below zero, and the refusal names the payments to undo first. */
class ReversalBreaksLaterTest {
    private static final Fact ALLOTMENT = allotted(CEN_H1, H1, CEN, "100.00");
    private static final Fact RECEIPT_CEN = received(CEN, "200.00", "in-1");
    private static final Fact RECEIPT_CTY = received(CTY, "100.00", "in-2");

    private static Given.When reverse(Given given, Fact fact) {
        return given.when(new ReverseEntry(null, DOCUMENT, given.positionOf(fact), "录入有误"));
    }

    private static void assertBreaks(Given given, Fact fact, String balance, String missing, String payments) {
        Refused refused = reverse(given, fact).thenRefused(REVERSAL_BREAKS_LATER, given.positionOf(fact));
        assertEquals(Map.of("balance", balance, "missing", missing, "payments", payments), refused.details());
    }

    @Test
    void an_allotment_with_a_fen_reserved_stays() {
        Row fen = row(1, CEN_H1, "0.01");
        assertBreaks(funded().and(approved(B1, fen)), ALLOTMENT, "CEN-H1", "0.01", "[B1.1]");
    }

    @Test
    void rows_cancelled_or_wholly_returned_do_not_keep_an_allotment() {
        Row cancelled = row(1, CEN_H1, "10.00");
        Row returned = row(2, CEN_H1, "20.00");
        Given given = funded().and(approved(B1, cancelled, returned))
                .and(cancelled(B1, cancelled, "改月再付"), paid(B1, returned), confirmed(B1, returned, "20.00", "out-1"),
                        returned(B1, returned, "20.00", "back-1"));
        assertEquals(1, reverse(given, ALLOTMENT).facts().size());
    }

    @Test
    void of_the_payments_that_drew_on_it_as_many_are_named_as_must_be_undone_the_latest_first() {
        Row first = row(1, CEN_H1, "10.00");
        Row second = row(2, CEN_H1, "20.00");
        Row third = row(3, CTY_H1, "5.00");
        Given given = funded().and(approved(B1, first, second, third))
                .and(paid(B1, first), paid(B1, second), paid(B1, third));
        assertBreaks(given, ALLOTMENT, "CEN-H1", "30.00", "[B1.2, B1.1]");
    }

    @Test
    void a_receipt_goes_as_long_as_its_sources_cash_covers_it() {
        Row row = row(1, CEN_H1, "100.00");
        FundReceived more = received(CEN, "100.00", "in-3");
        Given given = funded().and(approved(B1, row)).and(paid(B1, row), more);
        assertEquals(1, reverse(given, RECEIPT_CEN).facts().size());
        assertEquals(1, reverse(given, more).facts().size());
    }

    @Test
    void a_receipt_whose_money_was_paid_out_stays() {
        Row first = row(1, CEN_H1, "60.00");
        Row second = row(2, CEN_H2, "40.00");
        Given given = funded().and(approved(B1, first, second)).and(paid(B1, first), paid(B1, second));
        assertBreaks(given, RECEIPT_CEN, "CEN", "100.00", "[B1.2, B1.1]");
    }

    @Test
    void rows_that_only_wait_to_be_paid_have_used_no_cash() {
        assertEquals(1, reverse(funded().and(approved(B1, row(1, CTY_H1, "100.00"))), RECEIPT_CTY).facts().size());
    }

    @Test
    void what_the_bank_returned_is_cash_again() {
        Row row = row(1, CTY_H1, "100.00");
        Given given = funded().and(approved(B1, row)).and(paid(B1, row), returned(B1, row, "60.00", "back-1"));
        assertBreaks(given, RECEIPT_CTY, "CTY", "40.00", "[B1.1]");
    }

    @Test
    void payments_that_have_come_back_and_rows_that_were_given_up_are_not_named() {
        Row paid = row(1, CTY_H1, "60.00");
        Row back = row(2, CTY_H1, "40.00");
        Given given = funded().and(approved(B1, paid, back))
                .and(paid(B1, paid), paid(B1, back), returned(B1, back, "40.00", "back-1"));
        assertBreaks(given, RECEIPT_CTY, "CTY", "60.00", "[B1.1]");

        Row reserved = row(1, CEN_H1, "10.00");
        Row givenUp = row(2, CEN_H1, "20.00");
        given = funded().and(approved(B1, reserved, givenUp)).and(cancelled(B1, givenUp, "改月再付"));
        assertBreaks(given, ALLOTMENT, "CEN-H1", "10.00", "[B1.1]");
    }

    @Test
    void a_payment_reversed_since_has_its_cash_back_and_is_not_named() {
        Row paid = row(1, CTY_H1, "60.00");
        Row reversed = row(2, CTY_H1, "40.00");
        Given given = funded().and(approved(B1, paid, reversed)).and(paid(B1, paid), paid(B1, reversed));
        given.and(new EntryReversed(given.positionOf(paid(B1, reversed)), "AdvancePaid", payment(B1, reversed), "录入有误",
                paid(B1, reversed).lines().red()));
        assertBreaks(given, RECEIPT_CTY, "CTY", "60.00", "[B1.1]");
    }

    @Test
    void no_more_payments_are_named_than_cover_what_is_missing() {
        Row first = row(1, CTY_H1, "30.00");
        Row second = row(2, CTY_H1, "40.00");
        Given given = funded().and(approved(B1, first, second))
                .and(paid(B1, first), paid(B1, second), received(CTY, "50.00", "in-3"));
        assertBreaks(given, RECEIPT_CTY, "CTY", "20.00", "[B1.2]");
    }

    @Test
    void a_receipt_stays_when_its_bank_account_would_be_overdrawn_though_its_source_is_not() {
        BankAccountId second = new BankAccountId("CT2");
        TreasuryAccountRegistered own = treasuryAccount();
        Row row = row(1, CEN_H1, "100.00");
        Given given = funded().and(
                        new TreasuryAccountRegistered(second, DIVISION, own.use(), own.accountName(), "2", own.bank()),
                        new FundReceived(DIVISION, YEAR, CEN, second, "in-3", yuan("500.00"),
                                PostingRules.fundReceived(DIVISION, YEAR, CEN, second, yuan("500.00"))))
                .and(approved(B1, row)).and(paid(B1, row));
        assertEquals(1, reverse(given, RECEIPT_CTY).facts().size());
        given.and(new EntryReversed(given.positionOf(RECEIPT_CTY), "FundReceived", null, "录入有误",
                RECEIPT_CTY.lines().red()));
        assertBreaks(given, RECEIPT_CEN, "CT", "100.00", "[B1.1]");
    }

    private static final BudgetAllotted OF_H1 = allotted(CEN_H1, H1, CEN, "100.00");
    private static final BudgetAllotted OF_H2 = allotted(CEN_H2, H2, CEN, "100.00");

    @Test
    void an_allotment_stays_when_some_of_it_was_moved_on_and_a_reversed_move_keeps_nothing() {
        Fact moved = reallocated(OF_H1, OF_H2, "30.00");
        Given given = funded().and(moved);
        assertBreaks(given, ALLOTMENT, "CEN-H1", "30.00", "[#" + given.positionOf(moved) + "]");
        given.and(new EntryReversed(given.positionOf(moved), "BudgetReallocated", null, "录入有误", moved.lines().red()));
        assertEquals(1, reverse(given, ALLOTMENT).facts().size());
    }

    @Test
    void a_move_goes_back_as_long_as_what_it_brought_is_available() {
        Fact moved = reallocated(OF_H1, OF_H2, "30.00");
        Row all = row(1, CEN_H2, "100.00");
        reverse(funded().and(moved).and(approved(B1, all)), moved).then(new EntryReversed(
                funded().and(moved).positionOf(moved), "BudgetReallocated", null, "录入有误", moved.lines().red()));
        Row fen = row(2, CEN_H2, "0.01");
        assertBreaks(funded().and(moved).and(approved(B1, all)).and(approved(B2, fen)), moved, "CEN-H2", "0.01", "[B2.2]");
    }

    @Test
    void a_move_back_to_what_is_not_allotted_stays_when_that_was_allotted_since() {
        Fact back = reallocated(OF_H1, null, "30.00");
        Fact again = allotted(new AllotmentId("CEN-H1-again"), H1, CEN, "30.00");
        Given given = funded().and(back, again);
        assertBreaks(given, back, "CEN", "30.00", "[#" + given.positionOf(again) + "]");
    }

    @Test
    void money_of_a_transfer_that_was_paid_out_stays_and_what_goes_back_may_come_again() {
        Given given = given(institution(H1), source(CEN, Level.CENTRAL), treasuryAccount(), payeeAccount(H1),
                notified(DIVISION, CEN, "100.00"), allotted(CEN_H1, H1, CEN, "100.00"));
        Fact came = transferred(DIVISION, CEN, CT, DAY, "60.00", "in-1");
        Row row = row(1, CEN_H1, "50.00");
        assertBreaks(given.and(came).on(PAYDAY).and(approved(B1, row)).and(paid(B1, row)), came, "CEN", "50.00", "[B1.1]");

        Fact more = transferred(DIVISION, CEN, CT, DAY, "40.00", "in-2");
        given.and(more);
        EntryReversed back = (EntryReversed) reverse(given, more).facts().getFirst();
        given.and(back);
        assertEquals(1, given.when(new RecordTransferReceipt(null, null, TRANCHE, DIVISION, CT, DAY, "in-2", yuan("40.00"))).facts().size());
    }

    @Test
    void a_contribution_to_the_reserve_stays_and_the_draws_on_it_are_named() {
        Fact first = Reserve.contributed("100.00", "gift-1");
        Given given = given(institution(H1), Reserve.source(), treasuryAccount(), Reserve.account(), first, Reserve.planned("200.00"));
        Fact drawn = Reserve.drawn("60.00");
        given.and(drawn);
        assertBreaks(given, first, "CR", "60.00", "[#" + given.positionOf(drawn) + "]");
    }
}
