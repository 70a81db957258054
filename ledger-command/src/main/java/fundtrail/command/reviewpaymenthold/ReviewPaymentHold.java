package fundtrail.command.reviewpaymenthold;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.HoldId;
import java.time.LocalDate;

/**
 * Looks at a hold again: it goes on until another day, or holds back less; nobody who signed its placing may. Who lets it
 * go releases it.
 *
 * @param amount what it holds back from now on; absent: as before
 */
public record ReviewPaymentHold(
        @MayBeAbsent DocumentRef document,
        HoldId hold,
        @MayBeAbsent Money amount,
        LocalDate reviewOn,
        LocalDate expiresOn,
        String finding)
        implements Command {
    public ReviewPaymentHold {
        Form.text("finding", finding, 400);
        if (reviewOn != null && expiresOn != null && reviewOn.isAfter(expiresOn)) {
            throw new IllegalArgumentException("a hold is reviewed (" + reviewOn + ") before it expires (" + expiresOn + ")");
        }
    }
}
