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
 * 结转: authority of one budget year that may be used in the next. What was allotted is carried to an allotment of the next
 * year made by this fact, for the same institution, programme, source and classification; what was not allotted stays so.
 *
 * @param fromYear the budget year it leaves; it comes to the year after
 * @param from     the allotment it leaves; absent where it was never allotted
 * @param to       the allotment of the next year; absent with {@code from}, and only then
 * @param amount   positive
 */
public record BudgetCarriedForward(
        DivisionCode division,
        FundSourceCode fundSource,
        int fromYear,
        AllotmentId from,
        AllotmentId to,
        Money amount,
        Lines lines)
        implements Fact {
    public BudgetCarriedForward {
        if (division == null || fundSource == null || amount == null || !amount.isPositive()) {
            throw new IllegalArgumentException("what is carried forward needs its division, fund source and a positive amount");
        }
        if ((from == null) != (to == null)) {
            throw new IllegalArgumentException("what is carried from an allotment goes to an allotment, and only that");
        }
    }

    /** The budget year it comes to. */
    public int toYear() {
        return fromYear + 1;
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).set();
    }
}
