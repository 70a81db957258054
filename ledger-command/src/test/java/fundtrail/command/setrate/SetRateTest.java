package fundtrail.command.setrate;

import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Kinds.TASK;
import static fundtrail.command.kit.Kinds.rate;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.contract.Fraction;
import fundtrail.contract.id.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one unit of a directed task is paid with. */
class SetRateTest {
    private static SetRate set(DivisionCode division, String rate, LocalDate from, LocalDate to) {
        return new SetRate(null, DOCUMENT, division, TASK, "妇幼随访", "Maternal follow-up", Fraction.parse(rate), "人次", from, to, null);
    }

    @Test
    void a_rate_is_set_from_a_day_on() {
        given().when(set(DIVISION, "2.5", DAY, null)).then(rate("2.5", DAY, null));
    }

    @Test
    void another_rate_of_the_task_begins_on_another_day() {
        given(rate("2.5", DAY, null)).when(set(DIVISION, "3", DAY.plusDays(1), null)).then(rate("3", DAY.plusDays(1), null));
        given(rate("2.5", DAY, null)).when(set(DIVISION, "3", DAY, null)).thenRefused(ALREADY_EXISTS, TASK + " " + DAY);
    }

    @Test
    void an_unknown_division_sets_no_rate() {
        Moment moment = new Moment(Instant.EPOCH, DAY, DAY, List.of(), null);
        assertEquals(Decision.refused(DIVISION_UNKNOWN, "330522"),
                SetRateDecision.decide(set(new DivisionCode("330522"), "2.5", DAY, null), moment, given().known()));
    }

    @Test
    void a_rate_of_nothing_and_one_that_ends_before_it_begins_cannot_be_written() {
        assertThrows(IllegalArgumentException.class, () -> set(DIVISION, "0", DAY, null));
        assertThrows(IllegalArgumentException.class, () -> set(DIVISION, "2.5", DAY, DAY.minusDays(1)));
    }
}
