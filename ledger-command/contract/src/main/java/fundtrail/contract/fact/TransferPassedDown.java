package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TrancheId;
import java.util.Set;

/**
 * 转移支付下拨: money of a tranche went on to the bureau of a lower division, with matching funds of one's own or without.
 *
 * @param tranche           the sum it is part of; of one's own money, the tranche that begins here
 * @param allotment         the allotment to the lower bureau that the principal is paid out of
 * @param matchingAllotment the one that the matching funds are paid out of; absent where there are none
 * @param principal         what is passed on, more than zero
 * @param matching          what is added of one's own, zero or more
 * @param daysTaken         days from the arrival of the earliest money of the tranche still held; absent for one's own money
 * @param lateBy            days after it was due, 0 when in time; absent for one's own money
 */
public record TransferPassedDown(
        TrancheId tranche,
        DivisionCode division,
        DivisionCode toDivision,
        BankAccountId bankAccount,
        AllotmentId allotment,
        AllotmentId matchingAllotment,
        Money principal,
        Money matching,
        Integer daysTaken,
        Integer lateBy,
        Lines lines)
        implements Fact {
    public TransferPassedDown {
        if (division == null || division.equals(toDivision)) {
            throw new IllegalArgumentException("a division passes nothing down to itself");
        }
        if (!principal.isPositive() || matching.isNegative() || matching.isZero() != (matchingAllotment == null)) {
            throw new IllegalArgumentException("what is passed down is a principal above zero, and matching funds with their allotment or none");
        }
        if ((daysTaken == null) != (lateBy == null) || lateBy != null && (lateBy < 0 || daysTaken < lateBy)) {
            throw new IllegalArgumentException("days taken and days late go together: " + daysTaken + " and " + lateBy);
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.TRANCHE, tranche).set();
    }
}
