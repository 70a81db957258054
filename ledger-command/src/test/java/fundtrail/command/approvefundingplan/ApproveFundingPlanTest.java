package fundtrail.command.approvefundingplan;

import static fundtrail.command.decide.RefusalCode.ENTITLEMENT_OUTDATED;
import static fundtrail.command.decide.RefusalCode.ENTITLEMENT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PLAN_CHANGES_SETTLED;
import static fundtrail.command.decide.RefusalCode.PLAN_DIFFERS;
import static fundtrail.command.decide.RefusalCode.PLAN_DRAW_DIFFERS;
import static fundtrail.command.decide.RefusalCode.PLAN_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.PLAN_TWICE;
import static fundtrail.command.decide.RefusalCode.RESERVE_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.REVISION_DIFFERS;
import static fundtrail.command.kit.PurchasedYear.volume;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CTY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.institution;
import static fundtrail.command.kit.Sample.source;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.PurchasedYear;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.FundingPlan.Reallocation;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApproveFundingPlanTest {
    /** H1 has earned 20.01 more than its allotment; H2 leaves 10.00. */
    private static PurchasedYear earned() {
        return new PurchasedYear().reserve("20.00").institution("H1 CEN 100.00").institution("H2 CEN 60.00 CTY 10.00")
                .standard("1000.00", "1000", "1").earned("H1", "120.01", "90", "120.01").earned("H2", "60", "90", "60.00");
    }

    private static PlanLine line(String institution, String source, String amount) {
        return new PlanLine(new InstitutionId(institution), new FundSourceCode(source), yuan(amount));
    }

    private static ApproveFundingPlan wish(int revision, List<PlanLine> lines, List<Draw> draws, List<Reallocation> moves, String shortfall) {
        return new ApproveFundingPlan(null, DOCUMENT, DIVISION, BPH, YEAR, revision, lines, draws, moves, yuan(shortfall));
    }

    private static Draw draw(String institution, String amount) {
        return new Draw(new InstitutionId(institution), yuan(amount));
    }

    private static Reallocation move(String amount) {
        return new Reallocation(H2, H1, CTY, yuan(amount));
    }

    @Test
    void what_the_ledger_proposes_can_be_approved_and_shows_its_shortfall() {
        FundingPlanApproved plan = (FundingPlanApproved) earned().does(earned().proposedPlan()).getFirst();
        assertEquals(yuan("10.01"), plan.shortfall());
        assertEquals(List.of(draw("H1", "10.01")), plan.draws());
        assertEquals(1, plan.revision());
    }

    @Test
    void people_may_decide_otherwise() {
        var lines = List.of(line("H1", "CEN", "100.00"), line("H1", "RSV", "20.00"), line("H1", "CTY", "0.01"), line("H2", "CEN", "60.00"));
        assertEquals(1, earned().does(wish(1, lines, List.of(draw("H1", "20.00")), List.of(move("0.01")), "10.01")).size());
    }

    @Test
    void each_entitlement_is_borne_to_the_fen() {
        var lines = List.of(line("H1", "CEN", "100.00"), line("H1", "RSV", "20.00"), line("H2", "CEN", "60.00"));
        earned().ledger().when(wish(1, lines, List.of(draw("H1", "20.00")), List.of(), "10.01")).thenRefused(PLAN_DIFFERS, "H1 BPH 2026");
        earned().ledger().when(wish(1, lines.subList(0, 2), List.of(), List.of(), "10.01")).thenRefused(PLAN_DIFFERS, "H1 BPH 2026");
    }

    @Test
    void no_source_bears_more_than_is_allotted_or_moved() {
        var lines = List.of(line("H1", "CEN", "100.00"), line("H1", "CTY", "10.00"), line("H1", "RSV", "10.01"), line("H2", "CEN", "60.00"));
        earned().ledger().when(wish(1, lines, List.of(draw("H1", "10.01")), List.of(move("9.99")), "10.01")).thenRefused(PLAN_EXCEEDED, H1);
        earned().ledger().when(wish(1, lines, List.of(draw("H1", "10.01")), List.of(move("10.01")), "10.01")).thenRefused(PLAN_EXCEEDED, H2);
        assertEquals(1, earned().does(wish(1, lines, List.of(draw("H1", "10.01")), List.of(move("10.00")), "10.01")).size());
    }

    @Test
    void no_more_is_drawn_than_the_reserve_holds_and_lines_and_draws_say_the_same() {
        var lines = List.of(line("H1", "CEN", "100.00"), line("H1", "RSV", "20.01"), line("H2", "CEN", "60.00"));
        earned().ledger().when(wish(1, lines, List.of(draw("H1", "20.01")), List.of(), "10.01")).thenRefused(RESERVE_EXCEEDED, DIVISION);
        earned().ledger().when(wish(1, lines, List.of(draw("H1", "20.00")), List.of(), "10.01")).thenRefused(PLAN_DRAW_DIFFERS, H1);
    }

    @Test
    void nobody_approves_without_the_shortfall_before_his_eyes() {
        ApproveFundingPlan proposed = earned().proposedPlan();
        earned().ledger().when(wish(1, proposed.planLines(), proposed.draws(), proposed.reallocations(), "0.00")).thenRefused(FORMULA_DIFFERS, "SHORTFALL");
    }

    @Test
    void revisions_follow_one_another_and_leave_what_is_settled() {
        PurchasedYear year = earned().planned();
        ApproveFundingPlan again = year.proposedPlan();
        year.ledger().when(wish(3, again.planLines(), again.draws(), again.reallocations(), "10.01")).thenRefused(REVISION_DIFFERS, "BPH 2026");
        year.settled("H2", "60.00");
        var changed = List.of(line("H1", "CEN", "100.00"), line("H1", "RSV", "20.00"), line("H1", "CTY", "0.01"), line("H2", "CEN", "50.01"), line("H2", "CTY", "9.99"));
        year.ledger().when(wish(2, changed, List.of(draw("H1", "20.00")), List.of(), "10.01")).thenRefused(PLAN_CHANGES_SETTLED, "H2 BPH 2026");
        assertEquals(2, ((FundingPlanApproved) year.does(again).getFirst()).revision());
    }

    @Test
    void an_entitlement_whose_inputs_have_changed_is_computed_again_first() {
        PurchasedYear year = earned();
        ApproveFundingPlan before = year.proposedPlan();
        year.does(volume("H2", "V-2", "61", "V-H2"));
        year.ledger().when(before).thenRefused(ENTITLEMENT_OUTDATED, "H2 BPH 2026");
    }

    @Test
    void what_is_named_exists_and_stands_once() {
        PurchasedYear year = earned();
        year.ledger().when(wish(1, List.of(line("H1", "CEN", "1.00"), line("H1", "CEN", "1.00")), List.of(), List.of(), "0.00")).thenRefused(PLAN_TWICE, "H1 CEN");
        year.ledger().when(wish(1, List.of(line("H9", "CEN", "1.00")), List.of(), List.of(), "0.00")).thenRefused(INSTITUTION_UNKNOWN, "H9");
        year.ledger().when(wish(1, List.of(line("H1", "XXX", "1.00")), List.of(), List.of(), "0.00")).thenRefused(FUND_SOURCE_UNKNOWN, "XXX");
        year.institution("H3 CEN 1.00").ledger().when(wish(1, List.of(line("H3", "CEN", "1.00")), List.of(), List.of(), "0.00"))
                .thenRefused(ENTITLEMENT_UNKNOWN, "H3 BPH 2026");
        new PurchasedYear().ledger().when(wish(1, List.of(), List.of(), List.of(), "0.00")).thenRefused(ENTITLEMENT_UNKNOWN, "BPH 2026");
    }
}
