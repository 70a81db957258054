package fundtrail.command.carrybudgetforward;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.Given;
import fundtrail.command.known.Allotment;
import fundtrail.command.posting.YearPostings;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetCarriedForward;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.id.AllotmentId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarryBudgetForwardTest {
    private static final AllotmentId NEXT = new AllotmentId("CEN-H1-27");
    private static final Purse PURSE = Purse.of(DIVISION, YEAR, CEN).of(H1, BPH).under(CEN_H1);

    private static Given fortyAvailable() {
        return given(institution(H1), source(CEN), source(CTY), budget(CEN, "100.00"), allotted(CEN_H1, H1, CEN, "40.00"));
    }

    private static CarryBudgetForward wish(String yuan) {
        return new CarryBudgetForward(DAY, DOCUMENT, DIVISION, CEN, YEAR, CEN_H1, NEXT, yuan(yuan));
    }

    private static BudgetCarriedForward carried(String yuan) {
        return new BudgetCarriedForward(DIVISION, CEN, YEAR, CEN_H1, NEXT, yuan(yuan),
                YearPostings.carriedForward(PURSE, NEXT, yuan(yuan)));
    }

    @Test
    void the_last_fen_of_an_allotment_may_be_carried_and_no_more() {
        fortyAvailable().when(wish("40.00")).then(carried("40.00"));
        fortyAvailable().when(wish("40.01")).thenRefused(ALLOTMENT_EXCEEDED, CEN_H1);
    }

    @Test
    void what_was_carried_is_an_allotment_of_the_next_year_that_can_be_paid_from() {
        Given given = fortyAvailable().and(carried("30.00"));
        Allotment next = given.known().allotments().get(NEXT);
        assertEquals(PURSE.ofYear(YEAR + 1).under(NEXT), next.purse());
        assertEquals(CLASSES, next.classification());
        assertEquals(yuan("30.00"), given.known().balances().available(NEXT));
        assertEquals(yuan("10.00"), given.known().balances().available(CEN_H1));
    }

    @Test
    void what_was_not_allotted_stays_so_in_the_next_year() {
        fortyAvailable().when(new CarryBudgetForward(DAY, DOCUMENT, DIVISION, CEN, YEAR, null, null, yuan("60.00")))
                .then(new BudgetCarriedForward(DIVISION, CEN, YEAR, null, null, yuan("60.00"),
                        YearPostings.carriedForward(Purse.of(DIVISION, YEAR, CEN), null, yuan("60.00"))));
        fortyAvailable().when(new CarryBudgetForward(DAY, DOCUMENT, DIVISION, CEN, YEAR, null, null, yuan("60.01")))
                .thenRefused(UNALLOTTED_EXCEEDED, CEN);
    }

    @Test
    void each_carry_over_makes_an_allotment_of_its_own() {
        fortyAvailable().and(carried("1.00")).when(wish("1.00")).thenRefused(ALREADY_EXISTS, NEXT);
    }

    @Test
    void an_allotment_of_another_source_is_refused() {
        fortyAvailable().when(new CarryBudgetForward(DAY, DOCUMENT, DIVISION, CTY, YEAR, CEN_H1, NEXT, yuan("1.00")))
                .thenRefused(ALLOTMENT_ELSEWHERE, CEN_H1);
    }

    @Test
    void nothing_is_carried_out_of_a_closed_year() {
        fortyAvailable().and(new YearClosed(DIVISION, YEAR - 1, 0, 0, "0".repeat(64), List.of()))
                .when(new CarryBudgetForward(DAY, DOCUMENT, DIVISION, CEN, YEAR - 2, null, null, yuan("1.00")))
                .thenRefused(YEAR_CLOSED, YEAR - 2);
    }
}
