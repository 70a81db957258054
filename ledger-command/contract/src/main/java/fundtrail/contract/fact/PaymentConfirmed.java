package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PaymentId;
import java.util.Set;

/**
 * 支付确认: the bank says the money left; of a payment that was wholly set off, that no bank has a part in it.
 *
 * @param amount  what left the bank account; zero of a payment that was wholly set off
 * @param bankRef the bank's reference, unique for ever; absent where nothing left the bank account
 */
public record PaymentConfirmed(PaymentId payment, InstitutionId institution, Money amount, @MayBeAbsent String bankRef)
        implements Fact {
    public PaymentConfirmed {
        if (amount.isZero() != (bankRef == null)) {
            throw new IllegalArgumentException("what left a bank account has the bank's reference, and what did not has none");
        }
        if (bankRef != null) {
            Text.required("bank reference", bankRef, 64);
        }
    }

    /** A payment that was wholly set off: done with its execution. */
    public static PaymentConfirmed bySetOff(Paid paid) {
        return new PaymentConfirmed(paid.payment(), paid.institution(), Money.ZERO, null);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PAYMENT, payment).and(Tags.INSTITUTION, institution).set();
    }
}
