package fundtrail.command.fixunitstandard;

import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.ITEM_TWICE;
import static fundtrail.command.decide.RefusalCode.POOL_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.REASON_REQUIRED;
import static fundtrail.command.decide.RefusalCode.SCHEDULE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SERVICE_ITEM_UNKNOWN;
import static fundtrail.command.kit.PurchasedYear.SCHEDULE;
import static fundtrail.command.kit.PurchasedYear.VISIT;
import static fundtrail.command.kit.PurchasedYear.pool;
import static fundtrail.command.kit.PurchasedYear.schedule;
import static fundtrail.command.kit.PurchasedYear.standardWish;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.fixunitstandard.FixUnitStandard.Baseline;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.RuleSetPublished.Programme;
import fundtrail.contract.fact.RuleSetPublished.Purchasing;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.fact.UnitStandardFixed.Reason;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.formula.Coefficient;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.RuleSetId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixUnitStandardTest {
    private static PurchasedYear pooled(String pool) {
        PurchasedYear year = new PurchasedYear();
        year.does(schedule());
        year.does(pool(pool));
        return year;
    }

    @Test
    void it_is_the_pool_over_the_baselines_equivalents_exact_and_as_published() {
        UnitStandardFixed fixed = (UnitStandardFixed) pooled("6042075.90").does(standardWish("1621007", "3.7274", null)).getFirst();
        assertEquals("60420759/16210070 3.7274 -65.5918", fixed.exact() + " " + fixed.published() + " " + fixed.residual());
        assertEquals(4, fixed.places());
    }

    @Test
    void the_document_may_have_other_places_and_so_may_the_rules() {
        PurchasedYear year = pooled("100.00");
        var wish = new FixUnitStandard(null, DOCUMENT, DIVISION, BPH, YEAR, SCHEDULE, YEAR - 1, List.of(new Baseline(VISIT, Fraction.of(3))), 1,
                Fraction.parse("33.3"), null);
        assertEquals(Fraction.parse("0.1"), ((UnitStandardFixed) year.does(wish).getFirst()).residual());
        year.ledger().and(new RuleSetPublished(new RuleSetId("two"), DAY, List.of(new Programme(BPH, "项目", "Programme")), List.of(), List.of(), 1, 7, 60,
                null, null, new Purchasing(new Coefficient(Fraction.ONE, Fraction.of(90), null), 2, Fraction.ZERO)));
        assertEquals(2, ((UnitStandardFixed) year.does(standardWish("3", "33.33", Reason.COST_CHANGE)).getFirst()).places());
    }

    @Test
    void the_published_figure_is_computed_again() {
        pooled("100.00").ledger().when(standardWish("3", "33.3334", null)).thenRefused(FORMULA_DIFFERS, "UNIT_STANDARD");
    }

    @Test
    void another_one_in_the_same_year_needs_a_reason() {
        PurchasedYear year = pooled("100.00");
        year.does(standardWish("3", "33.3333", null));
        year.ledger().when(standardWish("4", "25", null)).thenRefused(REASON_REQUIRED, "BPH 2026");
        assertEquals(Reason.VOLUME_ANOMALY, ((UnitStandardFixed) year.does(standardWish("4", "25", Reason.VOLUME_ANOMALY)).getFirst()).reason());
    }

    @Test
    void without_a_schedule_an_item_in_it_and_a_pool_there_is_none() {
        PurchasedYear year = new PurchasedYear();
        year.ledger().when(standardWish("3", "33.3333", null)).thenRefused(SCHEDULE_UNKNOWN, SCHEDULE);
        year.does(schedule());
        year.ledger().when(standardWish("3", "33.3333", null)).thenRefused(POOL_UNKNOWN, "BPH 2026");
        Baseline unknown = new Baseline(new ItemCode("XX"), Fraction.ONE);
        year.ledger().when(new FixUnitStandard(null, DOCUMENT, DIVISION, BPH, YEAR, SCHEDULE, YEAR - 1, List.of(unknown), null, Fraction.ONE, null))
                .thenRefused(SERVICE_ITEM_UNKNOWN, "XX");
        year.ledger().when(new FixUnitStandard(null, DOCUMENT, DIVISION, BPH, YEAR, SCHEDULE, YEAR - 1, List.of(unknown, unknown), null, Fraction.ONE, null))
                .thenRefused(ITEM_TWICE, "XX");
    }

    @Test
    void the_baseline_is_no_later_year_and_no_figure_is_longer_than_people_write() {
        assertThrows(IllegalArgumentException.class, () -> new FixUnitStandard(null, DOCUMENT, DIVISION, BPH, YEAR, SCHEDULE, YEAR + 1,
                List.of(new Baseline(VISIT, Fraction.ONE)), null, Fraction.ONE, null));
        assertThrows(IllegalArgumentException.class, () -> new Baseline(VISIT, Fraction.parse("1/3")));
        assertThrows(IllegalArgumentException.class, () -> new Baseline(VISIT, Fraction.ZERO));
    }
}
