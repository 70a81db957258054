package fundtrail.command.gate;

import static fundtrail.command.decide.RefusalCode.DATE_TOO_EARLY;
import static fundtrail.command.decide.RefusalCode.PERIOD_CLOSED;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fundtrail.command.closepayeeaccount.ClosePayeeAccount;
import fundtrail.command.gate.Ruling.Signed;
import fundtrail.command.kit.Given;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.PeriodClosed;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.Period;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing counts in a closed period any more, whatever it is: one rule for all commands, in one place. */
class ClosedPeriodsTest {
    private static final LocalDate FIRST_OPEN = LocalDate.of(2026, 2, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 10);
    private static final FundReceived RECEIPT = received(CEN, "100.00", "in-1");

    private static Given januaryClosed() {
        return given(source(CEN), treasuryAccount(), institution(H1), payeeAccount(H1), RECEIPT)
                .and(new PeriodClosed(DIVISION, new Period("2026-01"), "0".repeat(64), List.of()))
                .on(TODAY);
    }

    private static RecordFundReceipt receipt(LocalDate day) {
        return receipt(day, YEAR);
    }

    private static RecordFundReceipt receipt(LocalDate day, int budgetYear) {
        return new RecordFundReceipt(day, null, DIVISION, budgetYear, CEN, CT, "in-2", yuan("1.00"));
    }

    @Test
    void the_last_day_of_a_closed_month_is_refused_and_the_first_open_day_is_named() {
        assertEquals("2026-02-01", januaryClosed().when(receipt(FIRST_OPEN.minusDays(1)))
                .thenRefused(PERIOD_CLOSED, "2026-01-31").details().get("firstOpenDay"));
        januaryClosed().when(receipt(FIRST_OPEN)).facts();
    }

    @Test
    void every_day_of_a_closed_year_is_closed_though_no_month_was() {
        Given given = given(source(CEN), treasuryAccount()).and(new YearClosed(DIVISION, 2025, 0, 0, "0".repeat(64), List.of()));
        given.when(receipt(LocalDate.of(2025, 12, 31))).thenRefused(PERIOD_CLOSED, "2025-12-31");
        given.when(receipt(LocalDate.of(2026, 1, 1))).facts();
    }

    @Test
    void another_divisions_close_closes_nothing_here() {
        assertNull(januaryClosed().known().periods().firstOpenDay(new DivisionCode("330522")));
    }

    @Test
    void a_month_closed_on_its_last_day_stops_postings_of_that_day_and_nothing_else() {
        Given given = given(source(CEN), treasuryAccount(), institution(H1), payeeAccount(H1)).on(LocalDate.of(2026, 1, 31))
                .and(new PeriodClosed(DIVISION, new Period("2026-01"), "0".repeat(64), List.of()));
        given.when(receipt(null)).thenRefused(PERIOD_CLOSED, "2026-01-31");
        given.when(new ClosePayeeAccount(accountOf(H1), "test")).facts();
    }

    @Test
    void a_correction_of_a_closed_month_counts_from_the_first_open_day_and_says_which_day_it_concerns() {
        Given given = januaryClosed();
        Signed reversal = given.signed(new ReverseEntry(null, DOCUMENT, given.positionOf(RECEIPT), "重复"));
        assertEquals(FIRST_OPEN, reversal.effectiveDate());
        assertEquals(DAY, reversal.concerns());
    }

    @Test
    void a_correction_of_an_open_month_counts_from_today_and_concerns_no_other() {
        Given given = given(source(CEN), treasuryAccount(), RECEIPT).on(TODAY);
        Signed reversal = given.signed(new ReverseEntry(null, DOCUMENT, given.positionOf(RECEIPT), "重复"));
        assertEquals(TODAY, reversal.effectiveDate());
        assertNull(reversal.concerns());
    }

    @Test
    void a_year_before_any_budget_is_a_mistyped_one() {
        given(source(CEN), treasuryAccount()).when(receipt(LocalDate.of(1948, 12, 31))).thenRefused(DATE_TOO_EARLY, "1948-12-31");
        given(source(CEN), treasuryAccount()).when(receipt(LocalDate.of(1949, 1, 1), 1949)).facts();
    }
}
