package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;
import java.util.Set;

/**
 * 转移支付到账: money of a notified tranche arrived in a treasury account.
 *
 * @param arrivedOn the day the bank credited it
 * @param dueOn     the last day on which it is passed down or paid in time, by the rules in force when it arrived
 * @param bankRef   the bank's reference, unique for ever
 */
public record TransferReceived(
        TrancheId tranche,
        DivisionCode division,
        BankAccountId bankAccount,
        LocalDate arrivedOn,
        LocalDate dueOn,
        String bankRef,
        Money amount,
        Lines lines)
        implements Fact {
    public TransferReceived {
        if (arrivedOn == null || dueOn == null || dueOn.isBefore(arrivedOn)) {
            throw new IllegalArgumentException("a transfer that arrived on " + arrivedOn + " cannot be due on " + dueOn);
        }
        Text.required("bank reference", bankRef, 64);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.TRANCHE, tranche).set();
    }
}
