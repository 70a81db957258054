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
 * 指标作废: authority of a year that was not used and is withdrawn at its end.
 *
 * @param allotment whose available authority lapses; absent where authority lapses that was never allotted
 * @param amount    positive
 */
public record BudgetLapsed(
        DivisionCode division, int budgetYear, FundSourceCode fundSource, AllotmentId allotment, Money amount, Lines lines)
        implements Fact {
    public BudgetLapsed {
        if (division == null || fundSource == null || amount == null || !amount.isPositive()) {
            throw new IllegalArgumentException("what lapses needs its division, fund source and a positive amount");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).set();
    }
}
