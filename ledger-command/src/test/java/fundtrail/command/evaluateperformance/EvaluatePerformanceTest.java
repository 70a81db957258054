package fundtrail.command.evaluateperformance;

import static fundtrail.command.decide.RefusalCode.EVALUATOR_CONFLICT;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.PurchasedYear.reopening;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.institution;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.kit.Sample;
import fundtrail.contract.Fraction;
import fundtrail.contract.Role;
import fundtrail.contract.fact.PerformanceEvaluated;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RuleSetPublished.Programme;
import fundtrail.contract.fact.RuleSetPublished.Purchasing;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.formula.Coefficient.Indicator;
import fundtrail.contract.formula.Coefficient;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.RuleSetId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluatePerformanceTest {
    private static EvaluatePerformance wish(Indicator... indicators) {
        return new EvaluatePerformance(null, DOCUMENT, H1, BPH, YEAR, List.of(indicators));
    }

    private static Indicator indicator(String name, String weight, String score) {
        return new Indicator(name, Fraction.parse(weight), Fraction.parse(score));
    }

    @Test
    void the_score_is_the_mean_by_weight_and_the_rule_makes_a_coefficient_of_it() {
        PerformanceEvaluated fact = (PerformanceEvaluated) given(institution(H1))
                .when(wish(indicator("效率", "2", "86"), indicator("满意度", "1", "92"))).facts().getFirst();
        assertEquals("88 149/150", fact.score() + " " + fact.coefficient());
        assertEquals(Purchasing.WITHOUT_RULES.coefficient(), fact.rule());
    }

    @Test
    void the_rule_in_force_counts() {
        Coefficient rule = new Coefficient(Fraction.parse("0.5"), Fraction.of(100), 2);
        RuleSetPublished rules = new RuleSetPublished(new RuleSetId("strict"), DAY, List.of(new Programme(BPH, "项目", "Programme")), List.of(), List.of(),
                1, 7, 60, null, null, new Purchasing(rule, 4, Fraction.ZERO));
        PerformanceEvaluated fact = (PerformanceEvaluated) given(institution(H1), rules).when(wish(indicator("质量", "1", "88.5"))).facts().getFirst();
        assertEquals(Fraction.parse("0.94"), fact.coefficient());
    }

    @Test
    void an_evaluator_is_not_of_the_evaluated_institution() {
        given(institution(H1), new RoleGranted(TESTER, Role.IA, DIVISION, H1)).when(wish(indicator("质量", "1", "90")))
                .thenRefused(EVALUATOR_CONFLICT, H1);
        given(institution(H1), institution(H2), new RoleGranted(TESTER, Role.IA, DIVISION, H2), Sample.merged(H1, H2))
                .when(wish(indicator("质量", "1", "90"))).thenRefused(EVALUATOR_CONFLICT, H1);
        assertEquals(1, given(institution(H1), institution(H2), new RoleGranted(TESTER, Role.IA, DIVISION, H2))
                .when(wish(indicator("质量", "1", "90"))).facts().size());
    }

    @Test
    void a_settled_year_is_not_evaluated_again_unless_it_was_reopened() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").standard("100.00", "100", "1").earned("H1", "50", "90", "50.00").planned();
        year.settled("H1", "50.00");
        year.ledger().when(wish(indicator("质量", "1", "80"))).thenRefused(SETTLEMENT_FINAL, "H1 BPH 2026");
        year.does(reopening("H1"));
        assertEquals(1, year.does(wish(indicator("质量", "1", "80"))).size());
    }

    @Test
    void what_does_not_exist_is_named_and_an_indicator_stands_once() {
        given().when(wish(indicator("质量", "1", "80"))).thenRefused(INSTITUTION_UNKNOWN, H1);
        given(institution(H1)).when(new EvaluatePerformance(null, DOCUMENT, H1, new ProgrammeCode("XXX"), YEAR, List.of(indicator("质量", "1", "80"))))
                .thenRefused(PROGRAMME_UNKNOWN, "XXX");
        assertThrows(IllegalArgumentException.class, () -> wish(indicator("质量", "1", "80"), indicator("质量", "1", "90")));
        assertThrows(IllegalArgumentException.class, () -> indicator("质量", "0", "80"));
    }
}
