package fundtrail.command.lapsebudget;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;

/** Lets authority of a year lapse (指标作废). Fields as in {@link fundtrail.contract.fact.BudgetLapsed}. */
public record LapseBudget(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        int budgetYear,
        FundSourceCode fundSource,
        @MayBeAbsent AllotmentId allotment,
        Money amount)
        implements OfBudgetYear {
    public LapseBudget {
        Form.budgetYear(budgetYear);
    }
}
