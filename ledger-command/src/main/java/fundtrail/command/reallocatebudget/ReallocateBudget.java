package fundtrail.command.reallocatebudget;

import fundtrail.command.decide.Command;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.AllotmentId;
import java.time.LocalDate;

/**
 * Moves authority from one allotment to another of the same division, source and budget year (指标调剂), or back to what is not
 * allotted.
 *
 * @param to absent to take it back
 */
public record ReallocateBudget(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        AllotmentId from,
        @MayBeAbsent AllotmentId to,
        Money amount)
        implements Command {
    public ReallocateBudget {
        if (from != null && from.equals(to)) {
            throw new IllegalArgumentException("from and to are both " + from + "; authority moves between two allotments");
        }
    }
}
