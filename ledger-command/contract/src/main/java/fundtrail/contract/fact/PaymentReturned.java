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
import java.util.Set;

/**
 * 退票: money of a payment came back, whole or in part; its authority is available again.
 *
 * @param bankRef the bank's reference of the return, unique for ever
 */
public record PaymentReturned(
        PaymentId payment,
        InstitutionId institution,
        AllotmentId allotment,
        Money amount,
        String bankRef,
        String reason,
        Lines lines)
        implements Fact {
    public PaymentReturned {
        Text.required("bank reference", bankRef, 64);
        Text.required("reason", reason, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.PAYMENT, payment).set();
    }
}
