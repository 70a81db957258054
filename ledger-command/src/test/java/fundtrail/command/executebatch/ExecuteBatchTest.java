package fundtrail.command.executebatch;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Given;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.PayeeAccountClosed;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecuteBatchTest {
    private static final Row A = row(2, CEN_H1, "60.00");
    private static final Row B = row(3, CTY_H1, "40.00");
    private static final Row C = row(5, CEN_H2, "100.00");

    private static ExecuteBatch execute(BatchId batch) {
        return new ExecuteBatch(null, batch);
    }

    private static Given approvedWith(String cen, String cty) {
        return allottedAndUnfunded()
                .and(received(CEN, cen, "in-1"), received(CTY, cty, "in-2"))
                .and(approved(B1, A, B, C));
    }

    @Test
    void every_row_is_paid_in_the_order_of_the_batch() {
        funded().and(approved(B1, A, B, C)).when(execute(B1)).then(paid(B1, A), paid(B1, B), paid(B1, C));
    }

    @Test
    void the_last_fen_of_cash_may_be_paid() {
        approvedWith("160.00", "40.00").when(execute(B1)).then(paid(B1, A), paid(B1, B), paid(B1, C));
    }

    @Test
    void one_fen_too_little_of_one_source_and_nothing_is_paid_though_another_has_plenty() {
        assertEquals(Map.of("cash", "159.99", "needed", "160.00", "missing", "0.01", "budgetYear", "2026"),
                approvedWith("159.99", "99.00").when(execute(B1)).thenRefused(CASH_EXCEEDED, CEN).details());
    }

    @Test
    void cash_in_another_bank_account_does_not_help() {
        BankAccountId other = new BankAccountId("CT2");
        Given given = allottedAndUnfunded().and(
                new TreasuryAccountRegistered(other, DIVISION, Use.TREASURY, "澄湖县财政局", "9900000000000002", "虚构银行澄湖支行"),
                received(CEN, "159.99", "in-1"),
                received(CTY, "40.00", "in-2"),
                new FundReceived(DIVISION, YEAR, CEN, other, "in-3", yuan("500.00"),
                        PostingRules.fundReceived(DIVISION, YEAR, CEN, other, yuan("500.00"))));
        assertEquals(Map.of("cash", "199.99", "needed", "200.00", "missing", "0.01"),
                given.and(approved(B1, A, B, C)).when(execute(B1)).thenRefused(CASH_EXCEEDED, CT).details());
    }

    @Test
    void a_row_that_has_come_under_a_hold_is_released_and_the_others_are_paid() {
        funded().and(approved(B1, A, B, C)).and(hold(HOLD, H1, null))
                .when(execute(B1))
                .then(refused(B1, A, HOLD_ACTIVE, HOLD), refused(B1, B, HOLD_ACTIVE, HOLD), paid(B1, C));
    }

    @Test
    void a_hold_on_an_amount_stops_the_row_that_would_leave_too_little() {
        Given given = funded().and(approved(B1, A, B)).and(hold(HOLD, H1, "100.01"));
        given.when(execute(B1)).then(paid(B1, A), refused(B1, B, HOLD_ACTIVE, HOLD));
        funded().and(approved(B1, A, B)).and(hold(HOLD, H1, "100.00")).when(execute(B1)).then(paid(B1, A), paid(B1, B));
    }

    @Test
    void holds_are_judged_on_the_day_of_execution_whatever_date_it_bears() {
        Given later = funded().and(approved(B1, A)).on(PAYDAY.plusDays(3)).and(hold(HOLD, H1, null));
        later.when(new ExecuteBatch(PAYDAY, B1)).then(refused(B1, A, HOLD_ACTIVE, HOLD));
        later.on(PAYDAY.plusDays(61)).when(new ExecuteBatch(PAYDAY, B1)).then(paid(B1, A));
    }

    @Test
    void a_row_whose_account_was_closed_is_released() {
        funded().and(approved(B1, A, C)).and(new PayeeAccountClosed(accountOf(H1), H1, "销户"))
                .when(execute(B1))
                .then(refused(B1, A, ACCOUNT_CLOSED, null), paid(B1, C));
    }

    @Test
    void cash_is_asked_only_for_what_is_paid() {
        approvedWith("100.00", "0.01").and(hold(HOLD, H1, null))
                .when(execute(B1))
                .then(refused(B1, A, HOLD_ACTIVE, HOLD), refused(B1, B, HOLD_ACTIVE, HOLD), paid(B1, C));
    }

    @Test
    void a_batch_is_closed_once_every_row_is_paid_or_released() {
        funded().and(approved(B1, A, B)).and(paid(B1, A), cancelled(B1, B, "填错"))
                .when(execute(B1)).thenRefused(BATCH_CLOSED, B1);
    }

    @Test
    void what_was_cancelled_is_not_paid() {
        funded().and(approved(B1, A, B)).and(cancelled(B1, A, "填错")).when(execute(B1)).then(paid(B1, B));
    }

    @Test
    void a_payment_that_was_reversed_is_paid_anew() {
        Given given = funded().and(approved(B1, A)).and(paid(B1, A));
        long position = given.last();
        given.and(new EntryReversed(position, "AdvancePaid", payment(B1, A), "重复执行", paid(B1, A).lines().red()))
                .when(execute(B1)).then(paid(B1, A));
    }

    @Test
    void a_batch_must_exist_and_is_not_executed_before_its_own_date() {
        funded().when(execute(B1)).thenRefused(BATCH_UNKNOWN, B1);
        assertEquals(Map.of("date", DAY.toString(), "approved", PAYDAY.toString()),
                funded().and(approved(B1, A)).when(new ExecuteBatch(DAY, B1)).thenRefused(DATE_BEFORE_BATCH, B1).details());
    }
}
