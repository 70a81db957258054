package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.Set;

/**
 * 预算核减: authority is withdrawn, and nothing is spent of it any more.
 *
 * @param allotment the allotment it is taken from; absent where it was not allotted
 */
public record BudgetReduced(
        DivisionCode division, int budgetYear, FundSourceCode fundSource, AllotmentId allotment, Money amount, Lines lines)
        implements Fact {
    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).set();
    }
}
