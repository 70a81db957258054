package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PaymentId;
import java.util.List;
import java.util.Set;

/**
 * 退票: money of a payment came back, whole or in part; its authority is available again.
 *
 * @param amount  what came back to the bank account
 * @param bankRef the bank's reference of the return, unique for ever
 * @param offsets what is set off no longer, where the payment came back whole before the bank confirmed it; else absent
 */
public record PaymentReturned(
        PaymentId payment,
        InstitutionId institution,
        AllotmentId allotment,
        Money amount,
        String bankRef,
        String reason,
        List<Offset> offsets,
        Lines lines)
        implements Fact {
    public PaymentReturned {
        Text.required("bank reference", bankRef, 64);
        Text.required("reason", reason, 400);
        offsets = Offset.carried(offsets);
    }

    /** A return that leaves every offset as it is. */
    public PaymentReturned(PaymentId payment, InstitutionId institution, AllotmentId allotment, Money amount, String bankRef,
            String reason, Lines lines) {
        this(payment, institution, allotment, amount, bankRef, reason, null, lines);
    }

    /** What of the payment is undone: what came back, and what is set off no longer. */
    public Money undone() {
        return amount.plus(Offset.sum(offsets));
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.PAYMENT, payment).set();
    }
}
