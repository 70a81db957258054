package fundtrail.command.lapsebudget;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.kit.Given;
import fundtrail.command.posting.YearPostings;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetLapsed;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.FundSourceCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class LapseBudgetTest {
    /** 100.00 approved, of which 40.00 are allotted to H1. */
    private static Given sixtyUnallotted() {
        return given(institution(H1), source(CEN), source(CTY), budget(CEN, "100.00"), allotted(CEN_H1, H1, CEN, "40.00"));
    }

    private static LapseBudget unallotted(String yuan) {
        return new LapseBudget(DAY, DOCUMENT, DIVISION, YEAR, CEN, null, yuan(yuan));
    }

    private static LapseBudget allotment(String yuan) {
        return new LapseBudget(DAY, DOCUMENT, DIVISION, YEAR, CEN, CEN_H1, yuan(yuan));
    }

    @Test
    void the_last_fen_that_was_never_allotted_may_lapse() {
        sixtyUnallotted().when(unallotted("60.00")).then(new BudgetLapsed(DIVISION, YEAR, CEN, null, yuan("60.00"),
                YearPostings.lapsed(Purse.of(DIVISION, YEAR, CEN), yuan("60.00"))));
    }

    @Test
    void one_fen_more_is_refused() {
        sixtyUnallotted().when(unallotted("60.01")).thenRefused(UNALLOTTED_EXCEEDED, CEN);
    }

    @Test
    void the_last_fen_of_an_allotment_may_lapse_and_no_more() {
        Purse purse = Purse.of(DIVISION, YEAR, CEN).of(H1, BPH).under(CEN_H1);
        sixtyUnallotted().when(allotment("40.00")).then(new BudgetLapsed(DIVISION, YEAR, CEN, CEN_H1, yuan("40.00"),
                YearPostings.lapsed(purse, yuan("40.00"))));
        sixtyUnallotted().when(allotment("40.01")).thenRefused(ALLOTMENT_EXCEEDED, CEN_H1);
    }

    @Test
    void an_allotment_is_named_with_its_own_year_and_source() {
        sixtyUnallotted().when(new LapseBudget(DAY, DOCUMENT, DIVISION, YEAR, CTY, CEN_H1, yuan("1.00")))
                .thenRefused(ALLOTMENT_ELSEWHERE, CEN_H1);
        sixtyUnallotted().when(new LapseBudget(DAY, DOCUMENT, DIVISION, YEAR - 1, CEN, CEN_H1, yuan("1.00")))
                .thenRefused(ALLOTMENT_ELSEWHERE, CEN_H1);
    }

    @Test
    void the_risk_reserve_never_lapses() {
        FundSourceCode reserve = new FundSourceCode("RSV");
        FundSourceRegistered source = new FundSourceRegistered(reserve, "风险金", "Reserve", Level.RISK_RESERVE, null, null, false,
                RestitutionTarget.RISK_RESERVE, RestitutionTarget.RISK_RESERVE, null);
        given(source, budget(reserve, "10.00"))
                .when(new LapseBudget(DAY, DOCUMENT, DIVISION, YEAR, reserve, null, yuan("0.01")))
                .thenRefused(RESERVE_NEVER_LAPSES, reserve);
    }

    @Test
    void nothing_of_a_closed_year_lapses() {
        sixtyUnallotted().and(new YearClosed(DIVISION, YEAR - 1, 0, 0, "0".repeat(64), List.of()))
                .when(new LapseBudget(DAY, DOCUMENT, DIVISION, YEAR - 1, CEN, null, yuan("0.01")))
                .thenRefused(YEAR_CLOSED, YEAR - 1);
    }

    @Test
    void what_does_not_exist_is_named() {
        sixtyUnallotted().when(new LapseBudget(DAY, DOCUMENT, DIVISION, YEAR, new FundSourceCode("XXX"), null, yuan("1.00")))
                .thenRefused(FUND_SOURCE_UNKNOWN, "XXX");
        sixtyUnallotted().when(new LapseBudget(DAY, DOCUMENT, DIVISION, YEAR, CEN, new AllotmentId("A9"), yuan("1.00")))
                .thenRefused(ALLOTMENT_UNKNOWN, "A9");
        sixtyUnallotted().when(unallotted("0.00")).thenRefused(AMOUNT_NOT_POSITIVE, CEN);
    }
}
