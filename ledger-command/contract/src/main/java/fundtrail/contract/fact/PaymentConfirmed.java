package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PaymentId;
import java.util.Set;

/**
 * 支付确认: the bank says the money left.
 *
 * @param bankRef the bank's reference, unique for ever
 */
public record PaymentConfirmed(PaymentId payment, InstitutionId institution, Money amount, String bankRef) implements Fact {
    public PaymentConfirmed {
        Text.required("bank reference", bankRef, 64);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PAYMENT, payment).and(Tags.INSTITUTION, institution).set();
    }
}
