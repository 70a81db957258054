package fundtrail.command.computeentitlement;

import static fundtrail.command.decide.RefusalCode.EVALUATION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PAID_BY_WORK;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SCHEDULE_MISMATCH;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;
import static fundtrail.command.decide.RefusalCode.UNIT_STANDARD_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.VOLUMES_UNKNOWN;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.PurchasedYear.VISIT;
import static fundtrail.command.kit.PurchasedYear.schedule;
import static fundtrail.command.kit.PurchasedYear.volume;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.institution;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.evaluateperformance.EvaluatePerformance;
import fundtrail.command.fixunitstandard.FixUnitStandard.Baseline;
import fundtrail.command.fixunitstandard.FixUnitStandard;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.kit.Sample;
import fundtrail.command.publishworkequivalentschedule.PublishWorkEquivalentSchedule;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.EntitlementComputed.ByHeads;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.UnitStandardFixed.Reason;
import fundtrail.contract.formula.Coefficient.Indicator;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ScheduleId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComputeEntitlementTest {
    private static ComputeEntitlement ofWork(String entitlement) {
        return new ComputeEntitlement(null, H1, BPH, YEAR, null, yuan(entitlement));
    }

    private static ComputeEntitlement ofHeads(long heads, int months, String entitlement) {
        return new ComputeEntitlement(null, H1, BPH, YEAR, new ByHeads(heads, yuan("61.00"), months), yuan(entitlement));
    }

    @Test
    void every_step_is_kept_exact_and_rounded_once() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").standard("30000000.00", "8000000", "3.75")
                .earned("H1", "2500000", "88", "9312500.00");
        EntitlementComputed fact = (EntitlementComputed) year.does(ofWork("9312500.00")).getFirst();
        assertEquals("[V-H1] WES 2500000 3.75 149/150", fact.equivalents().reports() + " " + fact.equivalents().schedule() + " " + fact.equivalents().total()
                + " " + fact.equivalents().unitStandard() + " " + fact.equivalents().coefficient());
        assertEquals(Fraction.of(9312500), fact.exact());
    }

    @Test
    void it_is_computed_again_to_the_fen() {
        PurchasedYear year = new PurchasedYear().institution("K2").standard("6042075.90", "1621007", "3.7274");
        year.ledger().and(institution(H1));
        year.does(volume("H1", "V1", "430007", null));
        year.does(new EvaluatePerformance(null, DOCUMENT, H1, BPH, YEAR, List.of(new Indicator("质量", Fraction.ONE, Fraction.of(83)))));
        year.ledger().when(ofWork("1565409.23")).thenRefused(FORMULA_DIFFERS, "ENTITLEMENT");
        assertEquals(1, year.does(ofWork("1565409.24")).size());
    }

    @Test
    void heads_are_paid_by_the_month() {
        EntitlementComputed fact = (EntitlementComputed) given(institution(H1)).when(ofHeads(9973, 10, "506960.83")).facts().getFirst();
        assertEquals("CAPITATION 3041765/6", fact.method() + " " + fact.exact());
        given(institution(H1)).when(ofHeads(10007, 12, "610427.01")).thenRefused(FORMULA_DIFFERS, "ENTITLEMENT");
        assertThrows(IllegalArgumentException.class, () -> new ByHeads(1, yuan("61.00"), 13));
    }

    @Test
    void heads_are_not_paid_where_a_pool_or_a_unit_standard_pays_for_work() {
        PurchasedYear year = new PurchasedYear().institution("H1");
        assertEquals(1, year.ledger().when(ofHeads(12, 1, "61.00")).facts().size());
        year.does(schedule());
        year.does(PurchasedYear.pool("100.00"));
        year.ledger().when(ofHeads(12, 1, "61.00")).thenRefused(PAID_BY_WORK, "BPH 2026");
        PurchasedYear withStandard = new PurchasedYear().institution("H1").standard("100.00", "100", "1");
        withStandard.ledger().when(ofHeads(12, 1, "61.00")).thenRefused(PAID_BY_WORK, "BPH 2026");
        ComputeEntitlement nextYear = new ComputeEntitlement(null, H1, BPH, YEAR + 1, new ByHeads(12, yuan("61.00"), 1), yuan("61.00"));
        assertEquals(1, withStandard.ledger().when(nextYear).facts().size());
    }

    @Test
    void without_unit_standard_work_or_evaluation_nothing_is_earned() {
        PurchasedYear year = new PurchasedYear().institution("H1");
        year.ledger().when(ofWork("1.00")).thenRefused(UNIT_STANDARD_UNKNOWN, "BPH 2026");
        year.standard("100.00", "100", "1");
        year.ledger().when(ofWork("1.00")).thenRefused(VOLUMES_UNKNOWN, "H1 BPH 2026");
        year.does(volume("H1", "V1", "1", null));
        year.ledger().when(ofWork("1.00")).thenRefused(EVALUATION_UNKNOWN, "H1 BPH 2026");
    }

    @Test
    void work_and_unit_standard_are_of_one_schedule() {
        PurchasedYear year = new PurchasedYear().institution("H1");
        year.standard("100.00", "100", "1").earned("H1", "1", "90", "1.00");
        year.does(new PublishWorkEquivalentSchedule(null, DOCUMENT, new ScheduleId("NEW"), DIVISION, DAY.minusDays(1), schedule().items()));
        year.does(new FixUnitStandard(null, DOCUMENT, DIVISION, BPH, YEAR, new ScheduleId("NEW"), YEAR - 1, List.of(new Baseline(VISIT, Fraction.of(100))),
                null, Fraction.ONE, Reason.CONTENT_CHANGE));
        year.ledger().when(ofWork("1.00")).thenRefused(SCHEDULE_MISMATCH, "V-H1");
    }

    @Test
    void a_settled_year_and_a_merged_institution_earn_nothing_more() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").institution("H2").standard("100.00", "100", "1")
                .earned("H1", "50", "90", "50.00").planned();
        year.settled("H1", "50.00");
        year.ledger().when(ofWork("50.00")).thenRefused(SETTLEMENT_FINAL, "H1 BPH 2026");
        year.ledger().and(Sample.merged(H1, H2));
        year.ledger().when(ofWork("50.00")).thenRefused(INSTITUTION_MERGED, H1);
        given().when(ofHeads(1, 12, "61.00")).thenRefused(INSTITUTION_UNKNOWN, H1);
        given(institution(H1)).when(new ComputeEntitlement(null, H1, new ProgrammeCode("XXX"), YEAR, null, yuan("1.00"))).thenRefused(PROGRAMME_UNKNOWN, "XXX");
    }
}
