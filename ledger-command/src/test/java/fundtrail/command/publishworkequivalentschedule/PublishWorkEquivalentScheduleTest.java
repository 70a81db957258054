package fundtrail.command.publishworkequivalentschedule;

import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.DOCUMENT_REQUIRED;
import static fundtrail.command.decide.RefusalCode.ITEM_TWICE;
import static fundtrail.command.decide.RefusalCode.JURISDICTION_OUTSIDE;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.PurchasedYear.SCHEDULE;
import static fundtrail.command.kit.PurchasedYear.VISIT;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.contract.Fraction;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ScheduleId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishWorkEquivalentScheduleTest {
    private static final ServiceItem VISITS = new ServiceItem(VISIT, "全科门诊", "General practice visit", Fraction.ONE, null);

    private static PublishWorkEquivalentSchedule wish(ServiceItem... items) {
        return new PublishWorkEquivalentSchedule(null, DOCUMENT, SCHEDULE, DIVISION, DAY, List.of(items));
    }

    @Test
    void what_items_weigh_is_published_as_it_was_asked() {
        given().when(wish(VISITS)).then(new WorkEquivalentSchedulePublished(SCHEDULE, DIVISION, DAY, List.of(VISITS)));
    }

    @Test
    void an_item_weighs_one_thing() {
        given().when(wish(VISITS, VISITS)).thenRefused(ITEM_TWICE, VISIT);
        assertThrows(IllegalArgumentException.class, () -> new ServiceItem(VISIT, "全科门诊", "Visit", Fraction.ZERO, null));
    }

    @Test
    void what_was_published_under_an_id_never_changes() {
        given(new WorkEquivalentSchedulePublished(SCHEDULE, DIVISION, DAY, List.of(VISITS))).when(wish(VISITS))
                .thenRefused(ALREADY_EXISTS, SCHEDULE);
    }

    @Test
    void it_rests_on_a_document_and_is_a_divisions() {
        given().when(new PublishWorkEquivalentSchedule(null, null, SCHEDULE, DIVISION, DAY, List.of(VISITS)))
                .thenRefused(DOCUMENT_REQUIRED, "PublishWorkEquivalentSchedule");
        given().when(new PublishWorkEquivalentSchedule(null, DOCUMENT, SCHEDULE, new DivisionCode("330522"), DAY, List.of(VISITS)))
                .thenRefused(JURISDICTION_OUTSIDE, "PublishWorkEquivalentSchedule");
    }

    @Test
    void the_latest_that_is_valid_on_a_day_is_in_force() {
        var later = new WorkEquivalentSchedulePublished(new ScheduleId("LATER"), DIVISION, DAY.plusDays(1), List.of(VISITS));
        var standards = given(new WorkEquivalentSchedulePublished(SCHEDULE, DIVISION, DAY, List.of(VISITS)), later).known().purchases().standards();
        assertEquals(SCHEDULE, standards.scheduleOn(DIVISION, DAY).schedule());
        assertEquals(later, standards.scheduleOn(DIVISION, DAY.plusDays(1)));
        assertEquals(null, standards.scheduleOn(DIVISION, DAY.minusDays(1)));
    }
}
