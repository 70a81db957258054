package fundtrail.command.publishruleset;

import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.CALENDAR_WRONG;
import static fundtrail.command.decide.RefusalCode.DOCUMENT_REQUIRED;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_TWICE;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.RuleSetPublished.Programme;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.RuleSetId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishRuleSetTest {
    private static final RuleSetId RULES = new RuleSetId("rules-2026");
    private static final LocalDate FROM = LocalDate.of(2026, 2, 1);
    private static final Programme BPH = new Programme(new ProgrammeCode("BPH"), "基本公共卫生服务", "Basic public health");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 1, 1);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 1, 4);

    private static PublishRuleSet wish(List<Programme> programmes, List<LocalDate> holidays, List<LocalDate> worked) {
        return wish(DOCUMENT, programmes, holidays, worked, 1);
    }

    private static PublishRuleSet wish(
            DocumentRef document, List<Programme> programmes, List<LocalDate> holidays, List<LocalDate> worked, int wait) {
        return new PublishRuleSet(null, document, RULES, FROM, programmes, holidays, worked, wait, 7, 60);
    }

    @Test
    void rules_are_published_as_wished() {
        given().when(wish(List.of(BPH), List.of(THURSDAY), List.of(SUNDAY)))
                .then(new RuleSetPublished(RULES, FROM, List.of(BPH), List.of(THURSDAY), List.of(SUNDAY), 1, 7, 60));
    }

    @Test
    void they_rest_on_a_document() {
        given().when(wish(null, List.of(BPH), List.of(), List.of(), 1)).thenRefused(DOCUMENT_REQUIRED, "PublishRuleSet");
    }

    @Test
    void what_was_published_under_an_id_never_changes() {
        given(new RuleSetPublished(RULES, FROM, List.of(), List.of(), List.of(), 1, 0, 60))
                .when(wish(List.of(BPH), List.of(), List.of()))
                .thenRefused(ALREADY_EXISTS, RULES);
    }

    @Test
    void holidays_fall_on_weekdays_and_worked_weekends_on_weekends() {
        Refused refused = given().when(wish(List.of(BPH), List.of(THURSDAY, SUNDAY), List.of(SUNDAY, THURSDAY)))
                .thenRefused(CALENDAR_WRONG, RULES);
        assertEquals("[2026-01-04]", refused.details().get("weekends"));
        assertEquals("[2026-01-01]", refused.details().get("weekdays"));
        given().when(wish(List.of(BPH), List.of(SUNDAY), List.of())).thenRefused(CALENDAR_WRONG, RULES);
        given().when(wish(List.of(BPH), List.of(), List.of(THURSDAY))).thenRefused(CALENDAR_WRONG, RULES);
    }

    @Test
    void a_programme_stands_once() {
        given().when(wish(List.of(BPH, BPH), List.of(), List.of())).thenRefused(PROGRAMME_TWICE, "BPH");
    }

    @Test
    void waiting_days_and_list_lengths_have_bounds() {
        assertThrows(IllegalArgumentException.class, () -> wish(DOCUMENT, List.of(BPH), List.of(), List.of(), 31));
        assertThrows(IllegalArgumentException.class, () -> wish(DOCUMENT, List.of(BPH), List.of(), List.of(), 0));
        assertThrows(IllegalArgumentException.class, () -> wish(List.of(), List.of(), List.of()));
    }
}
