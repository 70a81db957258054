package fundtrail.command.passdowntransfer;

import fundtrail.command.decide.Command;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;

/**
 * Passes money down to the bureau of a lower division (转移支付下拨), out of allotments made to it: what was received of a
 * tranche, with matching funds of one's own or without; or one's own money, with which a tranche begins.
 *
 * @param bankAccount       the treasury account that pays
 * @param allotment         to that bureau, of the tranche's source
 * @param matchingAllotment to that bureau, of an own-level source; where matching funds go with it
 * @param principal         what is passed on
 * @param matching          what is added; absent or 0.00 without matching funds
 */
public record PassDownTransfer(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        TrancheId tranche,
        DivisionCode division,
        DivisionCode toDivision,
        BankAccountId bankAccount,
        AllotmentId allotment,
        @MayBeAbsent AllotmentId matchingAllotment,
        Money principal,
        @MayBeAbsent Money matching)
        implements Command {
    public PassDownTransfer {
        if (matching != null && matching.isNegative() || (matching == null || matching.isZero()) != (matchingAllotment == null)) {
            throw new IllegalArgumentException("matching funds are more than 0.00 and have an allotment of their own, or there are none");
        }
        if (division != null && division.equals(toDivision)) {
            throw new IllegalArgumentException("a division passes nothing down to itself");
        }
    }

    /** What is added of one's own. */
    Money added() {
        return matching == null ? Money.ZERO : matching;
    }
}
