package fundtrail.command.recorduseplan;

import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.JURISDICTION_OUTSIDE;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.contract.fact.UsePlanRecorded;
import fundtrail.contract.id.DivisionCode;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class RecordUsePlanTest {
    private static final YearMonth MARCH = YearMonth.of(YEAR, 3);

    private static RecordUsePlan wish(String yuan) {
        return new RecordUsePlan(DAY, DIVISION, MARCH, CEN, yuan(yuan));
    }

    @Test
    void a_month_needs_something_of_a_source() {
        given(source(CEN)).when(wish("250.00")).then(new UsePlanRecorded(DIVISION, MARCH, CEN, yuan("250.00")));
    }

    @Test
    void a_later_plan_may_say_otherwise_and_that_nothing_is_needed() {
        assertEquals(1, given(source(CEN), new UsePlanRecorded(DIVISION, MARCH, CEN, yuan("250.00"))).when(wish("0.00")).facts().size());
        assertThrows(IllegalArgumentException.class, () -> wish("-0.01"));
    }

    @Test
    void source_and_division_exist() {
        given().when(wish("1.00")).thenRefused(FUND_SOURCE_UNKNOWN, CEN);
        given(source(CEN)).when(new RecordUsePlan(DAY, new DivisionCode("330522"), MARCH, CEN, yuan("1.00")))
                .thenRefused(JURISDICTION_OUTSIDE, "RecordUsePlan");
    }
}
