package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.Set;

/**
 * 暂停拨付复查: a hold was looked at again, and goes on as said here. It never holds back more than before.
 *
 * @param amount    what it holds back from now on; absent: everything, as before
 * @param reviewOn  when it must be looked at again
 * @param expiresOn the last day it holds
 * @param finding   what was found, and why it goes on
 */
public record PaymentHoldReviewed(
        HoldId hold, InstitutionId institution, @MayBeAbsent Money amount, LocalDate reviewOn, LocalDate expiresOn, String finding)
        implements Fact {
    public PaymentHoldReviewed {
        if (reviewOn == null || expiresOn == null || reviewOn.isAfter(expiresOn)) {
            throw new IllegalArgumentException("a hold is reviewed (" + reviewOn + ") before it expires (" + expiresOn + ")");
        }
        Text.required("finding", finding, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.HOLD, hold).and(Tags.INSTITUTION, institution).set();
    }
}
