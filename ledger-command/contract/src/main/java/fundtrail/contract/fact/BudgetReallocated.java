package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.AllotmentId;
import java.util.Set;

/**
 * 指标调剂: authority moved from an allotment to another of the same division, source and budget year, or back to what is not
 * allotted.
 *
 * @param to the allotment that grows; absent where the authority is unallotted again
 */
public record BudgetReallocated(AllotmentId from, AllotmentId to, Money amount, Lines lines) implements Fact {
    public BudgetReallocated {
        if (from == null || from.equals(to)) {
            throw new IllegalArgumentException("authority moves from one allotment, and not to the same");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).set();
    }
}
