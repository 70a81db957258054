package fundtrail.command.determineclawback;

import static fundtrail.command.decide.RefusalCode.CLAIM_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.CLAWED_BACK_SINCE;
import static fundtrail.command.decide.RefusalCode.ENTITLEMENT_OUTDATED;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_OPEN;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.computeentitlement.ComputeEntitlement;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decideappeal.DecideAppeal;
import fundtrail.command.evaluateperformance.EvaluatePerformance;
import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.reportservicevolume.ReportServiceVolume;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.EntitlementComputed.ByEquivalents;
import fundtrail.contract.formula.Coefficient.Indicator;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.ReportId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** H1 reported two claims of 10 visits at 3.75 yuan, all of which is advanced. What is clawed back of them before the year is settled, earns nothing. */
class ClaimsTakenOutTest {
    private static final ClawbackId SECOND = new ClawbackId("CB-2");

    private final PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").advanced("H1 CEN 75.00")
            .standard("750.00", "200", "3.75");
    private final Given ledger = year.ledger().and(ClaimedBack.accounts());

    private ClaimsTakenOutTest() {
        year.does(new ReportServiceVolume(null, new ReportId("V"), H1, BPH, YEAR, DAY.minusDays(40), DAY.minusDays(10), null,
                Fraction.parse("20"), null, List.of(new Row(1, new ClaimId("C.1"), PurchasedYear.VISIT, Fraction.parse("10"), null),
                        new Row(2, new ClaimId("C.2"), PurchasedYear.VISIT, Fraction.parse("10"), null))));
        ClaimedBack.inquired(ledger, "C.1", "C.2");
    }

    private static DetermineClawback second(String claims) {
        return new DetermineClawback(null, DOCUMENT, SECOND, ClaimedBack.CASE, ClaimedBack.amounts(claims), DAY.plusDays(30));
    }

    private List<String> determined(DetermineClawback wish) {
        return ClaimedBack.lines(ClaimedBack.does(ledger, wish));
    }

    @Test
    void what_was_clawed_back_out_of_advances_is_neither_earned_nor_clawed_back_again() {
        assertEquals(List.of("CLAWBACK_RECEIVABLE CEN 37.50", "ADVANCES CEN -37.50"), determined(ClaimedBack.determination("C.1 37.50")));
        year.scored("H1", "95", "37.50").planned();
        assertEquals(List.of("PROGRAM_EXPENSE CEN 37.50", "ADVANCES CEN -37.50"), ClaimedBack.lines(year.settled("H1", "37.50")));
        ledger.when(second("C.1 0.01")).thenRecorded(CLAIM_EXCEEDED, "C.1");
        ledger.when(second("C.2 37.51")).thenRecorded(CLAIM_EXCEEDED, "C.2");
        assertEquals(List.of("CLAWBACK_RECEIVABLE CEN 37.50", "RECOVERY_OF_EXPENSE CEN -37.50"), determined(second("C.2 37.50")));
    }

    @Test
    void a_claim_clawed_back_in_part_earns_the_rest_and_the_steps_show_it() {
        determined(ClaimedBack.determination("C.1 12.50"));
        year.scored("H1", "95", "62.50");
        ByEquivalents steps = ledger.known().purchases().entitlements().entitlement(new InstitutionYear(H1, BPH, YEAR)).equivalents();
        assertEquals("10/3 50/3", steps.takenOut() + " " + steps.total());
        year.planned().settled("H1", "62.50");
        ledger.when(second("C.1 25.01")).thenRecorded(CLAIM_EXCEEDED, "C.1");
        assertEquals(List.of("CLAWBACK_RECEIVABLE CEN 25.00", "RECOVERY_OF_EXPENSE CEN -25.00"), determined(second("C.1 25.00")));
    }

    @Test
    void an_entitlement_computed_before_the_determination_settles_nothing() {
        year.scored("H1", "95", "75.00").planned();
        determined(ClaimedBack.determination("C.1 37.50"));
        ledger.when(PurchasedYear.settlement("H1", "75.00")).thenRefused(ENTITLEMENT_OUTDATED, new InstitutionYear(H1, BPH, YEAR));
    }

    @Test
    void what_an_appeal_gives_back_before_the_settlement_earns_again() {
        determined(ClaimedBack.determination("C.1 37.50"));
        ClaimedBack.demanded(ledger);
        ClaimedBack.does(ledger, new FileAppeal(null, H1, ClaimedBack.CB, null, false, "属实"));
        ClaimedBack.does(ledger, new DecideAppeal(null, DOCUMENT, ClaimedBack.CB, ClaimedBack.amounts("C.1 37.50"), "属实"));
        year.scored("H1", "95", "75.00").planned();
        assertEquals(List.of("PROGRAM_EXPENSE CEN 75.00", "ADVANCES CEN -75.00"), ClaimedBack.lines(year.settled("H1", "75.00")));
    }

    @Test
    void what_an_appeal_gives_back_after_the_settlement_earns_again_by_its_next_revision() {
        determined(ClaimedBack.determination("C.1 37.50"));
        ClaimedBack.demanded(ledger);
        ClaimedBack.does(ledger, ClaimedBack.recovery("37.50", "in-1"));
        year.scored("H1", "95", "37.50").planned().settled("H1", "37.50");
        ClaimedBack.does(ledger, new FileAppeal(null, H1, ClaimedBack.CB, null, false, "属实"));
        DecideAppeal decision = new DecideAppeal(null, DOCUMENT, ClaimedBack.CB, ClaimedBack.amounts("C.1 37.50"), "属实");
        ledger.when(decision).thenRefused(SETTLEMENT_FINAL, new InstitutionYear(H1, BPH, YEAR));
        year.does(PurchasedYear.reopening("H1"));
        ledger.when(second("C.2 1.00")).thenRefused(SETTLEMENT_OPEN, new InstitutionYear(H1, BPH, YEAR));
        assertEquals(List.of("ADVANCES CEN 37.50", "REFUND_DUE CEN -37.50"), ClaimedBack.lines(ClaimedBack.does(ledger, decision)));
        year.does(new ComputeEntitlement(null, H1, BPH, YEAR, null, yuan("75.00")));
        year.planned();
        assertEquals(List.of("PROGRAM_EXPENSE CEN 37.50", "ADVANCES CEN -37.50"), ClaimedBack.lines(year.settled("H1", "75.00")));
        ClaimedBack.holds(ledger.known(), ledger.known().recoveries().clawbacks().of(ClaimedBack.CB));
    }

    @Test
    void what_was_clawed_back_after_the_settlement_stays_in_until_an_appeal_has_reduced_it() {
        year.scored("H1", "95", "75.00").planned().settled("H1", "75.00");
        determined(ClaimedBack.determination("C.1 37.50"));
        ClaimedBack.demanded(ledger);
        year.does(PurchasedYear.reopening("H1"));
        year.does(new ReportServiceVolume(null, new ReportId("V-2"), H1, BPH, YEAR, DAY.minusDays(40), DAY.minusDays(10), null,
                Fraction.parse("10"), new ReportId("V"), List.of(new Row(1, new ClaimId("D.1"), PurchasedYear.VISIT, Fraction.parse("10"), null))));
        ComputeEntitlement without = new ComputeEntitlement(null, H1, BPH, YEAR, null, yuan("37.50"));
        ledger.when(without).thenRecorded(CLAWED_BACK_SINCE, new InstitutionYear(H1, BPH, YEAR));
        ClaimedBack.does(ledger, new FileAppeal(null, H1, ClaimedBack.CB, null, false, "属实"));
        ClaimedBack.does(ledger, new DecideAppeal(null, DOCUMENT, ClaimedBack.CB, ClaimedBack.amounts("C.1 37.50"), "改由清算收回"));
        year.does(without);
        year.planned();
        assertEquals(List.of("PROGRAM_EXPENSE CEN -37.50", "SETTLEMENT_RECEIVABLE CEN 37.50"), ClaimedBack.lines(year.settled("H1", "37.50")));
    }

    @Test
    void a_revision_that_earns_as_much_without_the_claim_clawed_back_is_refused_as_well() {
        year.scored("H1", "95", "75.00").planned().settled("H1", "75.00");
        determined(ClaimedBack.determination("C.1 37.50"));
        year.does(PurchasedYear.reopening("H1"));
        year.does(new ComputeEntitlement(null, H1, BPH, YEAR, null, yuan("75.00")));
        year.does(new ReportServiceVolume(null, new ReportId("V-2"), H1, BPH, YEAR, DAY.minusDays(40), DAY.minusDays(10), null,
                Fraction.parse("20"), new ReportId("V"), List.of(new Row(1, new ClaimId("D.1"), PurchasedYear.VISIT, Fraction.parse("20"), null))));
        ledger.when(new ComputeEntitlement(null, H1, BPH, YEAR, null, yuan("75.00")))
                .thenRecorded(CLAWED_BACK_SINCE, new InstitutionYear(H1, BPH, YEAR));
    }

    @Test
    void a_lower_score_earns_less_as_long_as_each_claim_is_still_paid_what_is_clawed_back_of_it() {
        year.scored("H1", "95", "75.00").planned().settled("H1", "75.00");
        determined(ClaimedBack.determination("C.1 20.00"));
        determined(second("C.1 17.25 C.2 0.01"));
        year.does(PurchasedYear.reopening("H1"));
        year.scored("H1", "88", "74.50").planned();
        assertEquals(List.of("PROGRAM_EXPENSE CEN -0.50", "SETTLEMENT_RECEIVABLE CEN 0.50"), ClaimedBack.lines(year.settled("H1", "74.50")));
        ledger.when(new DetermineClawback(null, DOCUMENT, new ClawbackId("CB-3"), ClaimedBack.CASE, ClaimedBack.amounts("C.1 0.01"),
                DAY.plusDays(30))).thenRecorded(CLAIM_EXCEEDED, "C.1");
    }

    @Test
    void a_lower_score_that_would_take_a_fen_of_a_claim_back_twice_waits_for_its_appeal() {
        year.scored("H1", "95", "75.00").planned().settled("H1", "75.00");
        determined(ClaimedBack.determination("C.1 37.26"));
        ClaimedBack.demanded(ledger);
        year.does(PurchasedYear.reopening("H1"));
        year.does(new EvaluatePerformance(null, DOCUMENT, H1, BPH, YEAR,
                List.of(new Indicator("服务质量", Fraction.ONE, Fraction.parse("88")))));
        ComputeEntitlement lower = new ComputeEntitlement(null, H1, BPH, YEAR, null, yuan("74.50"));
        Refused refused = ledger.when(lower).thenRecorded(CLAWED_BACK_SINCE, new InstitutionYear(H1, BPH, YEAR));
        assertEquals(Map.of("settled", "75.00", "amount", "74.50", "claim", "C.1", "clawback", "CB-1", "determined", "37.26", "paid", "37.25"),
                refused.details());
        ClaimedBack.does(ledger, new FileAppeal(null, H1, ClaimedBack.CB, null, false, "属实"));
        ClaimedBack.does(ledger, new DecideAppeal(null, DOCUMENT, ClaimedBack.CB, ClaimedBack.amounts("C.1 0.01"), "改由清算收回"));
        year.does(lower);
    }
}
