package fundtrail.contract.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.formula.Coefficient.Indicator;
import fundtrail.contract.formula.Equivalents.Quantity;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.ItemCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of two worked years: a round one, and one in which nothing is. */
class FormulasTest {
    private static final Coefficient RULE = new Coefficient(number("0.7"), number("90"), null);

    private static Fraction number(String text) {
        return Fraction.parse(text);
    }

    private static Money yuan(String yuan) {
        return Money.yuan(yuan);
    }

    @Test
    void the_pool_is_what_remains_and_may_fall_below_zero() {
        assertEquals(yuan("30000000.00"),
                PurchasePool.of(yuan("45000000.00"), yuan("9000000.00"), yuan("4000000.00"), yuan("2000000.00")));
        assertEquals(yuan("-0.01"), PurchasePool.of(yuan("1.00"), yuan("1.01"), Money.ZERO, Money.ZERO));
    }

    @Test
    void equivalents_are_weighed_and_added_exactly() {
        assertEquals(number("3000.1"), Equivalents.total(List.of(
                new Quantity(new ItemCode("A"), number("1"), number("500.1")),
                new Quantity(new ItemCode("B"), number("2.5"), number("1000")))));
        assertEquals(Fraction.ZERO, Equivalents.total(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Quantity(new ItemCode("A"), Fraction.ZERO, Fraction.ONE));
    }

    @ParameterizedTest
    @CsvSource({
            "30000000.00, 8000000, 4, 3.75, 3.75,                 0",
            "6042075.90,  1621007, 4, 60420759/16210070, 3.7274, -65.5918",
            "0.00,        3,       4, 0, 0,                       0",
            "100.00,      3,       0, 100/3, 33,                  1"})
    void a_unit_standard_is_exact_and_published_and_what_lies_between_is_shown(
            String pool, String equivalents, int places, String exact, String published, String residual) {
        UnitStandard fixed = UnitStandard.of(yuan(pool), number(equivalents), places);
        assertEquals(number(exact), fixed.exact());
        assertEquals(number(published), fixed.published());
        assertEquals(number(residual), fixed.residual());
    }

    @Test
    void without_work_or_with_too_many_places_there_is_no_unit_standard() {
        assertThrows(IllegalArgumentException.class, () -> UnitStandard.of(yuan("1.00"), Fraction.ZERO, 4));
        assertThrows(IllegalArgumentException.class, () -> UnitStandard.of(yuan("1.00"), Fraction.ONE, 9));
    }

    @ParameterizedTest
    @CsvSource({"95, 1", "90, 1", "88, 149/150", "92, 1", "93, 1", "83, 293/300", "77, 287/300", "79, 289/300", "0, 0.7"})
    void the_coefficient_follows_the_score_up_to_the_full_one(String score, String coefficient) {
        assertEquals(number(coefficient), RULE.of(number(score)));
    }

    @Test
    void a_coefficient_is_rounded_where_the_rules_say_so() {
        assertEquals(number("0.9933"), new Coefficient(number("0.7"), number("90"), 4).of(number("88")));
        assertThrows(IllegalArgumentException.class, () -> new Coefficient(number("1.1"), number("90"), null));
        assertThrows(IllegalArgumentException.class, () -> new Coefficient(number("0.7"), Fraction.ZERO, null));
    }

    @Test
    void a_score_is_the_mean_of_its_indicators_by_weight() {
        assertEquals(number("88"), Coefficient.score(List.of(
                new Indicator("服务效率", number("2"), number("86")), new Indicator("群众满意度", number("1"), number("92")))));
    }

    @ParameterizedTest
    @CsvSource({
            "1,       3.75,   4100000, 15375000.00",
            "149/150, 3.75,   2500000, 9312500.00",
            "1,       3.75,   1600000, 6000000.00",
            "1,       3.7274, 950003,  3541041.18",
            "293/300, 3.7274, 430007,  1565409.24",
            "289/300, 3.7274, 430007,  1544038.46",
            "287/300, 3.7274, 300007,  1069788.76"})
    void an_entitlement_is_rounded_once_at_the_end(String coefficient, String unitStandard, String equivalents, String entitlement) {
        assertEquals(yuan(entitlement),
                Entitlement.ofEquivalents(number(coefficient), number(unitStandard), number(equivalents)).toMoney());
    }

    @ParameterizedTest
    @CsvSource({"9973, 10, 506960.83", "12007, 10, 610355.83", "10007, 12, 610427.00", "12101, 12, 738161.00", "0, 12, 0.00"})
    void heads_are_paid_for_by_the_month(long heads, int months, String entitlement) {
        assertEquals(yuan(entitlement), Entitlement.ofHeads(heads, yuan("61.00"), months).toMoney());
    }

    @Test
    void a_source_that_has_paid_less_than_it_bears_owes_the_rest_and_one_that_paid_more_gets_it_back() {
        FundSourceCode cen = new FundSourceCode("CEN");
        assertEquals(yuan("0.01"), SettlementOfSource.of(cen, yuan("90.01"), yuan("90.00"), Money.ZERO, Money.ZERO).payable());
        assertEquals(yuan("15017.20"), SettlementOfSource.of(cen, yuan("1084992.33"), yuan("1000003.57"), yuan("100005.96"), Money.ZERO)
                .receivable());
        assertEquals(new SettlementOfSource(cen, yuan("1084992.33"), yuan("1000003.57"), yuan("100005.96"), yuan("15017.20"), Money.ZERO, Money.ZERO),
                SettlementOfSource.of(cen, yuan("1084992.33"), yuan("1000003.57"), yuan("100005.96"), yuan("15017.20")));
        assertThrows(IllegalArgumentException.class, () ->
                new SettlementOfSource(cen, yuan("90.01"), yuan("90.00"), Money.ZERO, Money.ZERO, yuan("0.02"), yuan("0.01")));
    }

    @Test
    void a_year_departs_from_its_baseline_up_or_down_by_more_than_the_threshold_or_does_not() {
        assertEquals(number("0.025"), VolumeWatch.of(number("8000000"), number("8200000"), number("0.05")).departure());
        assertFalse(VolumeWatch.of(number("100"), number("105"), number("0.05")).anomalous());
        assertTrue(VolumeWatch.of(number("100"), number("105.01"), number("0.05")).anomalous());
        assertTrue(VolumeWatch.of(number("100"), number("94.99"), number("0.05")).anomalous());
    }
}
