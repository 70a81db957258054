package fundtrail.command.reducebudget;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.kit.Given;
import fundtrail.command.posting.AuthorityPostings;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetReduced;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.FundSourceCode;
import org.junit.jupiter.api.Test;

class ReduceBudgetTest {
    private static final BudgetAllotted OF_H1 = allotted(CEN_H1, H1, CEN, "60.00");

    private static Given budgetOf100() {
        return given(institution(H1), source(CEN), source(CTY), budget(CEN, "100.00"), OF_H1);
    }

    private static ReduceBudget wish(AllotmentId allotment, String yuan) {
        return new ReduceBudget(DAY, DOCUMENT, DIVISION, YEAR, CEN, allotment, yuan(yuan));
    }

    @Test
    void the_last_fen_that_is_not_allotted_may_be_withdrawn() {
        budgetOf100().when(wish(null, "40.00")).then(new BudgetReduced(DIVISION, YEAR, CEN, null, yuan("40.00"),
                AuthorityPostings.budgetReduced(Purse.of(DIVISION, YEAR, CEN), yuan("40.00"))));
        budgetOf100().when(wish(null, "40.01")).thenRefused(UNALLOTTED_EXCEEDED, CEN);
    }

    @Test
    void so_may_the_last_fen_an_allotment_has_left() {
        budgetOf100().when(wish(CEN_H1, "60.00")).then(new BudgetReduced(DIVISION, YEAR, CEN, CEN_H1, yuan("60.00"),
                AuthorityPostings.budgetReduced(purse(OF_H1), yuan("60.00"))));
        budgetOf100().when(wish(CEN_H1, "60.01")).thenRefused(ALLOTMENT_EXCEEDED, CEN_H1);
    }

    @Test
    void what_was_withdrawn_is_neither_allotted_nor_withdrawn_again() {
        BudgetReduced all = new BudgetReduced(DIVISION, YEAR, CEN, null, yuan("40.00"),
                AuthorityPostings.budgetReduced(Purse.of(DIVISION, YEAR, CEN), yuan("40.00")));
        budgetOf100().and(all).when(wish(null, "0.01")).thenRefused(UNALLOTTED_EXCEEDED, CEN);
    }

    @Test
    void the_allotment_is_of_the_source_and_year_named() {
        budgetOf100().when(new ReduceBudget(DAY, DOCUMENT, DIVISION, YEAR, CTY, CEN_H1, yuan("1.00"))).thenRefused(ALLOTMENT_ELSEWHERE, CEN_H1);
        budgetOf100().when(new ReduceBudget(DAY, DOCUMENT, DIVISION, YEAR + 1, CEN, CEN_H1, yuan("1.00")))
                .thenRefused(ALLOTMENT_ELSEWHERE, CEN_H1);
    }

    @Test
    void what_it_names_exists() {
        budgetOf100().when(wish(new AllotmentId("none"), "1.00")).thenRefused(ALLOTMENT_UNKNOWN, "none");
        budgetOf100().when(new ReduceBudget(DAY, DOCUMENT, DIVISION, YEAR, new FundSourceCode("XXX"), null, yuan("1.00")))
                .thenRefused(FUND_SOURCE_UNKNOWN, "XXX");
    }

    @Test
    void it_rests_on_a_document_and_takes_at_least_one_fen_on_a_day_when_it_was_there() {
        budgetOf100().when(new ReduceBudget(DAY, null, DIVISION, YEAR, CEN, null, yuan("1.00")))
                .thenRefused(DOCUMENT_REQUIRED, "ReduceBudget");
        budgetOf100().when(wish(null, "0.00")).thenRefused(AMOUNT_NOT_POSITIVE, CEN);
        budgetOf100().when(new ReduceBudget(DAY.minusDays(1), DOCUMENT, DIVISION, YEAR, CEN, CEN_H1, yuan("1.00")))
                .thenRefused(DATE_BEFORE_ALLOTMENT, CEN_H1);
    }
}
