package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/** 解除暂停拨付: from its recording on, the hold refuses nothing. */
public record PaymentHoldReleased(HoldId hold, InstitutionId institution, String reason) implements Fact {
    public PaymentHoldReleased {
        Text.required("reason", reason, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.HOLD, hold).and(Tags.INSTITUTION, institution).set();
    }
}
