package fundtrail.command.reopenperiod;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.Given;
import fundtrail.contract.fact.PeriodClosed;
import fundtrail.contract.fact.PeriodReopened;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.id.Period;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReopenPeriodTest {
    private static final Period JANUARY = new Period("2026-01");
    private static final Period FEBRUARY = new Period("2026-02");

    private static PeriodClosed closed(Period period) {
        return new PeriodClosed(DIVISION, period, "0".repeat(64), List.of());
    }

    private static Given twoMonthsClosed() {
        return given(closed(JANUARY), closed(FEBRUARY)).on(LocalDate.of(2026, 3, 5));
    }

    private static ReopenPeriod wish(Period period) {
        return new ReopenPeriod(DIVISION, period, "漏记利息");
    }

    @Test
    void the_month_closed_last_may_be_opened_again_and_then_the_one_before() {
        PeriodReopened reopened = new PeriodReopened(DIVISION, FEBRUARY, "漏记利息");
        twoMonthsClosed().when(wish(FEBRUARY)).then(reopened);
        assertEquals(LocalDate.of(2026, 2, 1), twoMonthsClosed().and(reopened).known().periods().firstOpenDay(DIVISION));
        twoMonthsClosed().and(reopened).when(wish(JANUARY)).facts();
    }

    @Test
    void no_other_month_may() {
        twoMonthsClosed().when(wish(JANUARY)).thenRefused(PERIOD_NOT_CLOSED, JANUARY);
        given().when(wish(JANUARY)).thenRefused(PERIOD_NOT_CLOSED, JANUARY);
    }

    @Test
    void no_month_of_a_closed_year_may() {
        twoMonthsClosed().and(new YearClosed(DIVISION, 2026, 0, 0, "0".repeat(64), List.of())).on(LocalDate.of(2027, 1, 5))
                .when(wish(FEBRUARY)).thenRefused(YEAR_CLOSED, 2026);
    }
}
