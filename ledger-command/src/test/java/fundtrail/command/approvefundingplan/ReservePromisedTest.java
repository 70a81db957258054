package fundtrail.command.approvefundingplan;

import static fundtrail.command.decide.RefusalCode.RESERVE_EXCEEDED;
import static fundtrail.command.kit.PurchasedYear.RSV;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CLASSES;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;
import static fundtrail.command.kit.Settled.closed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.kit.Reserve;
import fundtrail.command.posting.ReservePostings;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reserve is promised once: a plan draws what other plans leave of it, and nothing for a year that is closed. */
class ReservePromisedTest {
    private static final ProgrammeCode BSP = new ProgrammeCode("BSP");

    /** H1 has earned 10.00 more than its allotment, and the reserve holds 20.00. */
    private static PurchasedYear earned() {
        return new PurchasedYear().reserve("20.00").institution("H1 CEN 100.00").standard("1000.00", "1000", "1").earned("H1", "110", "90", "110.00");
    }

    private static FundingPlanApproved other(int budgetYear, int revision, String draw) {
        return new FundingPlanApproved(DIVISION, BSP, budgetYear, revision, List.of(new PlanLine(H1, RSV, yuan(draw))),
                List.of(new Draw(H1, yuan(draw))), List.of(), yuan(draw));
    }

    private static RiskReserveDrawn otherDrawn(String yuan) {
        AllotmentId allotment = new AllotmentId("RSV-BSP");
        return new RiskReserveDrawn(Reserve.D1, DIVISION, BSP, YEAR, 1, H1, allotment, RSV, CLASSES, yuan(yuan), Reserve.CR, CT,
                ReservePostings.drawn(Purse.of(DIVISION, YEAR, RSV).of(H1, BSP).under(allotment), CT, Reserve.CR, yuan(yuan)));
    }

    private static ApproveFundingPlan wish(int revision) {
        return new ApproveFundingPlan(null, DOCUMENT, DIVISION, BPH, YEAR, revision,
                List.of(new PlanLine(H1, CEN, yuan("100.00")), new PlanLine(H1, RSV, yuan("10.00"))),
                List.of(new Draw(H1, yuan("10.00"))), List.of(), yuan("10.00"));
    }

    private static void leaves(String reserve, PurchasedYear year) {
        assertEquals(reserve, year.ledger().when(wish(1)).thenRefused(RESERVE_EXCEEDED, DIVISION).details().get("reserve").toString());
    }

    @Test
    void what_another_plan_is_still_to_draw_is_not_promised_again() {
        PurchasedYear year = earned();
        year.ledger().and(other(YEAR, 1, "10.01"));
        leaves("9.99", year);
        assertEquals(List.of(new Draw(H1, yuan("9.99"))), year.proposedPlan().draws());
        year.ledger().and(other(YEAR, 2, "10.00"));
        assertEquals(1, year.ledger().when(wish(1)).facts().size());
        year.ledger().and(other(YEAR, 3, "25.00"));
        leaves("0.00", year);
    }

    @Test
    void what_another_plan_has_drawn_is_out_of_the_reserve_once() {
        PurchasedYear year = earned();
        year.ledger().and(other(YEAR, 1, "10.00"), otherDrawn("10.00"));
        assertEquals(1, year.ledger().when(wish(1)).facts().size());
        year.ledger().and(other(YEAR, 2, "10.01"));
        leaves("9.99", year);
    }

    @Test
    void a_plan_never_competes_with_its_own_last_revision() {
        PurchasedYear year = earned();
        year.ledger().and(other(YEAR, 1, "10.00"));
        year.does(wish(1));
        assertEquals(1, year.does(wish(2)).size());
    }

    @Test
    void a_closed_year_keeps_the_draws_it_made_and_plans_no_more() {
        PurchasedYear year = earned();
        year.does(wish(1));
        year.drawn("H1", "4.00").ledger().and(closed(YEAR));
        assertEquals("6.00", year.ledger().when(wish(2)).thenRefused(RESERVE_EXCEEDED, DIVISION).details().get("missing").toString());
        assertEquals(List.of(new Draw(H1, yuan("4.00"))), year.proposedPlan().draws());
        PurchasedYear drawn = earned();
        drawn.does(wish(1));
        drawn.drawn("H1", "10.00").ledger().and(closed(YEAR));
        assertEquals(1, drawn.does(wish(2)).size());
    }

    @Test
    void a_settled_line_stays_as_it_is_though_its_draw_was_never_made() {
        PurchasedYear year = earned();
        year.does(wish(1));
        year.settled("H1", "110.00");
        year.ledger().and(closed(YEAR));
        assertEquals(1, year.does(wish(2)).size());
        assertEquals(wish(3).planLines(), year.proposedPlan().planLines());
    }

    @Test
    void a_plan_of_a_closed_year_holds_nothing_of_the_reserve() {
        PurchasedYear year = earned();
        year.ledger().and(other(YEAR - 1, 1, "15.00"));
        leaves("5.00", year);
        year.ledger().and(closed(YEAR - 1));
        assertEquals(1, year.ledger().when(wish(1)).facts().size());
    }
}
