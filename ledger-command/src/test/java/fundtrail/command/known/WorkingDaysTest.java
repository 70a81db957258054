package fundtrail.command.known;

import static fundtrail.command.kit.Given.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.id.RuleSetId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In 2026 as assumed here the first three days of January are free, and the Sunday after them is worked. */
class WorkingDaysTest {
    private static final RuleSetPublished OF_2026 = new RuleSetPublished(new RuleSetId("year-2026"), LocalDate.of(2026, 1, 1),
            List.of(), List.of(day("2026-01-01"), day("2026-01-02")), List.of(day("2026-01-04")), 1, 7, 60);

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static void assertDay(String expected, String from, int workingDays) {
        assertEquals(day(expected), given(OF_2026).known().rules().afterWorkingDays(day(from), workingDays));
    }

    @Test
    void weekends_and_holidays_do_not_count() {
        assertDay("2026-01-12", "2026-01-09", 1);
        assertDay("2026-01-13", "2026-01-09", 2);
        assertDay("2026-01-12", "2026-01-10", 1);
    }

    @Test
    void a_weekend_that_is_worked_counts() {
        assertDay("2026-01-04", "2026-01-03", 1);
    }

    @Test
    void a_day_is_judged_by_the_calendar_in_force_on_it() {
        assertDay("2026-01-04", "2025-12-31", 1);
    }

    @Test
    void before_any_calendar_weekends_alone_are_free() {
        assertDay("2025-10-06", "2025-10-03", 1);
    }

    @Test
    void no_day_to_wait_is_the_same_day() {
        assertDay("2026-01-10", "2026-01-10", 0);
    }
}
