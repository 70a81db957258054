package fundtrail.command.agreerecoveryplan;

import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.INSTALMENTS_DIFFER;
import static fundtrail.command.decide.RefusalCode.NOT_DEMANDED;
import static fundtrail.command.decide.RefusalCode.STAY_ACTIVE;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.reinstatewriteoff.ReinstateWriteOff;
import fundtrail.command.writeoffclawback.WriteOffClawback;
import fundtrail.contract.fact.ClawbackRecovered;
import fundtrail.contract.fact.Instalment;
import fundtrail.contract.fact.RecoveryPlanAgreed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 37.50 are outstanding of a claw-back. */
class AgreeRecoveryPlanTest {
    private static Given determined() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").advanced("H1 CEN 37.50").standard("750.00", "200", "3.75");
        year.does(PurchasedYear.volume("H1", "V", "10", null));
        Given given = year.ledger().and(ClaimedBack.accounts());
        ClaimedBack.inquired(given, "V.2");
        ClaimedBack.does(given, ClaimedBack.determination("V.2 37.50"));
        return given;
    }

    private static Given demanded() {
        Given given = determined();
        ClaimedBack.demanded(given);
        return given;
    }

    private static AgreeRecoveryPlan plan(Instalment... instalments) {
        return new AgreeRecoveryPlan(null, DOCUMENT, ClaimedBack.CB, List.of(instalments));
    }

    private static Instalment due(int days, String yuan) {
        return new Instalment(DAY.plusDays(days), yuan(yuan));
    }

    private static List<Instalment> paid(Given given, String yuan, String bankRef) {
        return ((ClawbackRecovered) ClaimedBack.does(given, ClaimedBack.recovery(yuan, bankRef))).instalments();
    }

    @Test
    void what_comes_in_pays_the_earliest_instalments_first_to_the_fen() {
        Given given = demanded();
        ClaimedBack.does(given, plan(due(30, "12.49"), due(60, "12.50"), due(90, "12.51")));
        assertEquals(List.of(due(30, "12.48")), paid(given, "12.48", "in-1"));
        assertEquals(List.of(due(30, "0.01"), due(60, "12.50"), due(90, "0.01")), paid(given, "12.52", "in-2"));
        assertEquals(List.of(due(90, "12.50")), paid(given, "12.50", "in-3"));
    }

    @Test
    void a_plan_is_all_that_is_outstanding_and_not_a_fen_more_or_less() {
        demanded().when(plan(due(0, "37.50"))).then(
                new RecoveryPlanAgreed(ClaimedBack.CB, DIVISION, H1, 1, yuan("37.50"), List.of(due(0, "37.50"))));
        demanded().when(plan(due(1, "37.49"))).thenRefused(INSTALMENTS_DIFFER, ClaimedBack.CB);
        demanded().when(plan(due(1, "37.50"), due(2, "0.01"))).thenRefused(INSTALMENTS_DIFFER, ClaimedBack.CB);
        demanded().when(plan(due(-1, "37.50"))).thenRefused(DATE_PASSED, DAY.minusDays(1));
    }

    @Test
    void a_revised_plan_replaces_the_one_before_and_starts_from_what_is_outstanding_then() {
        Given given = demanded();
        ClaimedBack.does(given, plan(due(30, "37.50")));
        assertEquals(List.of(due(30, "7.50")), paid(given, "7.50", "in-1"));
        assertEquals(2, ((RecoveryPlanAgreed) ClaimedBack.does(given, plan(due(40, "10.00"), due(50, "20.00")))).revision());
        assertEquals(List.of(due(40, "10.00"), due(50, "0.01")), paid(given, "10.01", "in-2"));
    }

    @Test
    void without_a_plan_a_recovery_names_no_instalment_and_what_is_more_than_the_plan_is_nobodys() {
        assertNull(paid(demanded(), "1.00", "in-1"));
        Given given = demanded();
        ClaimedBack.does(given, new WriteOffClawback(null, DOCUMENT, ClaimedBack.CB, yuan("20.00"), "无力缴纳"));
        ClaimedBack.does(given, plan(due(30, "17.50")));
        ClaimedBack.does(given, new ReinstateWriteOff(null, DOCUMENT, ClaimedBack.CB, yuan("20.00"), "发现财产"));
        assertEquals(List.of(due(30, "17.50")), paid(given, "37.50", "in-2"));
    }

    @Test
    void nothing_is_agreed_before_the_demand_or_while_an_appeal_stays_it() {
        determined().when(plan(due(30, "37.50"))).thenRefused(NOT_DEMANDED, ClaimedBack.CB);
        Given given = demanded();
        ClaimedBack.does(given, new FileAppeal(null, H1, ClaimedBack.CB, null, true, "属实"));
        given.when(plan(due(30, "37.50"))).thenRecorded(STAY_ACTIVE, ClaimedBack.CB);
    }
}
