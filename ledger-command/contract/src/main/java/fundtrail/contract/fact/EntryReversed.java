package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.PaymentId;
import java.util.Set;

/**
 * 红字冲销: undoes an earlier fact by its lines in red. The earlier fact stays as it is.
 *
 * @param reverses the position of the fact undone
 * @param undoes   that fact's type
 * @param payment  the payment undone, where it was one; else absent
 */
public record EntryReversed(long reverses, String undoes, PaymentId payment, String reason, Lines lines) implements Fact {
    public EntryReversed {
        Text.required("reason", reason, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.REVERSES, reverses).and(Tags.PAYMENT, payment).set();
    }
}
