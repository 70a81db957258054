package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PaymentId;
import java.util.Set;

/**
 * 占用释放: a row of an approved batch will not be paid; its authority is available again.
 *
 * @param refusal the refusal's code where execution refused the row; else absent
 * @param hold    the hold that refused it, if one did
 * @param note    why, where a person cancelled it; else absent
 */
public record ReservationReleased(
        BatchId batch,
        int row,
        PaymentId payment,
        InstitutionId institution,
        AllotmentId allotment,
        Money amount,
        Reason reason,
        String refusal,
        HoldId hold,
        String note,
        Lines lines)
        implements Fact {

    /** Why it is released. */
    public enum Reason {
        REFUSED,
        CANCELLED,
        PARTLY_PAID,
        YEAR_END
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.PAYMENT, payment).and(Tags.BATCH, batch).and(Tags.HOLD, hold).set();
    }
}
