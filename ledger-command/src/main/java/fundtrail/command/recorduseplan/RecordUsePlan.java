package fundtrail.command.recorduseplan;

import fundtrail.command.decide.Command;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Records what a month is going to need of a source (用款计划). A later plan for the same month and source takes its place.
 *
 * @param need zero or more
 */
public record RecordUsePlan(
        @MayBeAbsent LocalDate effectiveDate, DivisionCode division, YearMonth month, FundSourceCode fundSource, Money need)
        implements Command {
    public RecordUsePlan {
        if (need != null && need.isNegative()) {
            throw new IllegalArgumentException("need is " + need + "; it is zero or more");
        }
    }
}
