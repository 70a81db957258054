package fundtrail.command.reducebudget;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;

/**
 * Withdraws authority of a source (预算核减): what is not allotted, or what an allotment has left.
 *
 * @param allotment absent to reduce what is not allotted
 */
public record ReduceBudget(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        int budgetYear,
        FundSourceCode fundSource,
        @MayBeAbsent AllotmentId allotment,
        Money amount)
        implements OfBudgetYear {
    public ReduceBudget {
        Form.budgetYear(budgetYear);
    }
}
