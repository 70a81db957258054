package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.time.YearMonth;
import java.util.Set;

/**
 * 用款计划: what a month is going to need of a source. A later plan for the same month and source takes its place.
 *
 * @param need what is to be paid in that month, zero or more
 */
public record UsePlanRecorded(DivisionCode division, YearMonth month, FundSourceCode fundSource, Money need) implements Fact {
    public UsePlanRecorded {
        if (division == null || month == null || fundSource == null || need == null || need.isNegative()) {
            throw new IllegalArgumentException("a use plan needs its division, month, source, and a need of zero or more");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.FUND_SOURCE, fundSource).set();
    }
}
