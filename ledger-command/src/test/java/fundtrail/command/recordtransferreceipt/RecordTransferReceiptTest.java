package fundtrail.command.recordtransferreceipt;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.Given;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.TransferReceived;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.RuleSetId;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordTransferReceiptTest {
    private static Given ready() {
        return given(source(CEN, Level.CENTRAL), treasuryAccount(), notified(DIVISION, CEN, "100.00"));
    }

    private static RecordTransferReceipt wish(String yuan, String bankRef) {
        return new RecordTransferReceipt(DAY, null, TRANCHE, DIVISION, CT, DAY, bankRef, yuan(yuan));
    }

    @Test
    void the_last_fen_notified_may_come() {
        ready().and(transferred(DIVISION, CEN, CT, DAY, "40.00", "in-1"))
                .when(wish("60.00", "in-2"))
                .then(transferred(DIVISION, CEN, CT, DAY, "60.00", "in-2"));
    }

    @Test
    void one_fen_more_than_was_notified_is_refused() {
        ready().and(transferred(DIVISION, CEN, CT, DAY, "40.00", "in-1"))
                .when(wish("60.01", "in-2"))
                .thenRefused(NOTIFIED_EXCEEDED, TRANCHE);
    }

    @Test
    void a_reference_stands_for_one_movement() {
        ready().and(transferred(DIVISION, CEN, CT, DAY, "40.00", "in-1"))
                .when(wish("1.00", "in-1"))
                .thenRefused(NUMBER_USED, "in-1");
    }

    @Test
    void it_is_due_thirty_days_later_where_the_rules_have_no_calendar() {
        TransferReceived fact = (TransferReceived) ready().when(wish("1.00", "in-1")).facts().getFirst();
        assertEquals(LocalDate.of(2026, 2, 4), fact.dueOn());
    }

    /** Ten days after Monday the 5th is Thursday the 15th; by the rules that day, the Friday and the weekend are free. */
    @Test
    void a_last_day_that_is_free_moves_to_the_next_that_is_worked() {
        Given given = ready().and(new RuleSetPublished(new RuleSetId("with-calendar"), LocalDate.of(2026, 1, 1), List.of(),
                List.of(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 1, 16)), List.of(LocalDate.of(2026, 1, 18)), 1, 7, 60, 10, null, null));
        TransferReceived fact = (TransferReceived) given.when(wish("1.00", "in-1")).facts().getFirst();
        assertEquals(LocalDate.of(2026, 1, 18), fact.dueOn());
    }

    @Test
    void money_counts_from_its_arrival_at_the_earliest() {
        assertEquals(1, ready().when(new RecordTransferReceipt(DAY, null, TRANCHE, DIVISION, CT, DAY.minusDays(3), "in", yuan("1.00")))
                .facts().size());
        ready().when(new RecordTransferReceipt(DAY.minusDays(1), null, TRANCHE, DIVISION, CT, DAY, "in", yuan("1.00")))
                .thenRefused(DATE_BEFORE_ARRIVAL, TRANCHE);
    }

    @Test
    void what_it_names_exists_and_is_the_divisions_treasury() {
        ready().when(new RecordTransferReceipt(DAY, null, new TrancheId("none"), DIVISION, CT, DAY, "in", yuan("1.00")))
                .thenRefused(TRANCHE_UNKNOWN, "none");
        ready().when(new RecordTransferReceipt(DAY, null, TRANCHE, DIVISION, new BankAccountId("none"), DAY, "in", yuan("1.00")))
                .thenRefused(TREASURY_ACCOUNT_UNKNOWN, "none");
        BankAccountId reserve = new BankAccountId("CR");
        ready().and(new TreasuryAccountRegistered(reserve, DIVISION, Use.RESERVE, "户名", "990011", "虚构银行"))
                .when(new RecordTransferReceipt(DAY, null, TRANCHE, DIVISION, reserve, DAY, "in", yuan("1.00")))
                .thenRefused(ACCOUNT_MISMATCH, reserve);
    }

    @Test
    void every_amount_is_at_least_one_fen() {
        ready().when(wish("0.00", "in")).thenRefused(AMOUNT_NOT_POSITIVE, "in");
    }
}
