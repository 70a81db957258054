package fundtrail.command.closeperiod;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.kit.Batches;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Settled;
import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.TrialBalance;
import fundtrail.contract.TrialBalance.OfAccount;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.PeriodClosed;
import fundtrail.contract.fact.PeriodClosed.VoucherCount;
import fundtrail.contract.id.Period;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosePeriodTest {
    private static final Period JANUARY = new Period("2026-01");
    private static final Period FEBRUARY = new Period("2026-02");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 31);

    private static PeriodClosed closed(Period period, int vouchers, TrialBalance.OfAccount... rows) {
        return new PeriodClosed(DIVISION, period, new TrialBalance(List.of(rows)).hash(), List.of(new VoucherCount("记", vouchers)));
    }

    private static OfAccount row(Account account, String opening, String debit, String credit, String closing) {
        return new OfAccount(YEAR, CEN, account, yuan(opening), yuan(debit), yuan(credit), yuan(closing));
    }

    @Test
    void a_month_is_closed_with_its_trial_balance_and_its_vouchers() {
        given(source(CEN), treasuryAccount(), received(CEN, "100.00", "in-1"), received(CEN, "0.50", "in-2")).on(LAST_DAY)
                .when(new ClosePeriod(DIVISION, JANUARY))
                .then(closed(JANUARY, 2,
                        row(Account.TREASURY_CASH, "0.00", "100.50", "0.00", "100.50"),
                        row(Account.INFLOW, "0.00", "0.00", "100.50", "-100.50")));
    }

    @Test
    void the_next_month_opens_with_what_the_last_one_left_and_counts_its_own_vouchers() {
        given(source(CEN), treasuryAccount(), received(CEN, "100.00", "in-1")).on(LAST_DAY).and(closed(JANUARY, 1))
                .on(LocalDate.of(2026, 2, 3)).and(received(CEN, "1.00", "in-2")).on(LocalDate.of(2026, 3, 2)).and(received(CEN, "9.00", "in-3"))
                .when(new ClosePeriod(DIVISION, FEBRUARY))
                .then(closed(FEBRUARY, 1,
                        row(Account.TREASURY_CASH, "100.00", "1.00", "0.00", "101.00"),
                        row(Account.INFLOW, "-100.00", "0.00", "1.00", "-101.00")));
    }

    @Test
    void one_fen_more_is_another_trial_balance() {
        assertNotEquals(closed(JANUARY, 1, row(Account.INFLOW, "0.00", "0.00", "1.00", "-1.00")).trialBalanceHash(),
                closed(JANUARY, 1, row(Account.INFLOW, "0.00", "0.00", "1.01", "-1.01")).trialBalanceHash());
    }

    @Test
    void a_month_is_closed_on_its_last_day_at_the_earliest() {
        given().on(LAST_DAY.minusDays(1)).when(new ClosePeriod(DIVISION, JANUARY)).thenRefused(PERIOD_NOT_OVER, JANUARY);
        given().on(LAST_DAY).when(new ClosePeriod(DIVISION, JANUARY)).then(closed(JANUARY, 0));
    }

    @Test
    void after_the_first_the_months_are_closed_one_after_the_other_and_each_once() {
        Given given = given().on(LocalDate.of(2026, 4, 1)).and(closed(JANUARY, 0));
        given.when(new ClosePeriod(DIVISION, new Period("2026-03"))).thenRefused(PERIOD_OUT_OF_ORDER, "2026-03");
        given.when(new ClosePeriod(DIVISION, JANUARY)).thenRefused(PERIOD_OUT_OF_ORDER, JANUARY);
        assertEquals(1, given.when(new ClosePeriod(DIVISION, FEBRUARY)).facts().size());
    }

    @Test
    void after_a_closed_year_the_first_month_is_january() {
        Given given = given().and(Settled.closed(YEAR - 1)).on(LocalDate.of(2026, 4, 1));
        assertEquals("2026-01", given.when(new ClosePeriod(DIVISION, new Period("2026-03"))).thenRefused(PERIOD_OUT_OF_ORDER, "2026-03")
                .details().get("next").toString());
        assertEquals(1, given.when(new ClosePeriod(DIVISION, JANUARY)).facts().size());
    }

    @Test
    void a_batch_with_a_row_to_pay_keeps_its_month_open() {
        DisburseBatch.Row row = Batches.row(1, CEN_H1, "40.00");
        funded().and(approved(B1, row)).on(LAST_DAY).when(new ClosePeriod(DIVISION, JANUARY)).thenRefused(BATCH_OPEN, B1);
        funded().and(approved(B1, row)).and(paid(B1, row)).on(LAST_DAY).when(new ClosePeriod(DIVISION, JANUARY)).facts();
    }

    @Test
    void a_batch_of_a_closed_month_keeps_the_next_one_open_once_its_payment_is_reversed() {
        DisburseBatch.Row row = Batches.row(1, CEN_H1, "40.00");
        Given given = funded().and(approved(B1, row)).and(paid(B1, row)).on(LAST_DAY).and(closed(JANUARY, 1)).on(LocalDate.of(2026, 2, 28));
        assertEquals(1, given.when(new ClosePeriod(DIVISION, FEBRUARY)).facts().size());
        given.and(new EntryReversed(given.positionOf(paid(B1, row)), "AdvancePaid", payment(B1, row), "重复执行", paid(B1, row).lines().red()));
        given.when(new ClosePeriod(DIVISION, FEBRUARY)).thenRefused(BATCH_OPEN, B1);
        given.and(cancelled(B1, row, "不再支付"));
        assertEquals(1, given.when(new ClosePeriod(DIVISION, FEBRUARY)).facts().size());
    }

    @Test
    void a_batch_of_the_next_month_does_not() {
        DisburseBatch.Row row = Batches.row(1, CEN_H1, "40.00");
        funded().on(LocalDate.of(2026, 2, 1)).and(approved(B1, row)).when(new ClosePeriod(DIVISION, JANUARY)).facts();
    }

    @Test
    void a_sum_beyond_what_can_be_written_is_refused_and_not_thrown() {
        Money most = Money.yuan("9999999999999.99");
        given(source(CEN), treasuryAccount(), received(CEN, most.toString(), "in-1"), received(CEN, "0.01", "in-2")).on(LAST_DAY)
                .when(new ClosePeriod(DIVISION, JANUARY)).thenRefused(BALANCE_OUT_OF_RANGE, JANUARY);
    }
}
