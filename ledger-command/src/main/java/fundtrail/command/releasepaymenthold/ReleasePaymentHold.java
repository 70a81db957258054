package fundtrail.command.releasepaymenthold;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.HoldId;

/** Lifts a payment hold from its recording on; nobody who signed its placing may. */
public record ReleasePaymentHold(@MayBeAbsent DocumentRef document, HoldId hold, String reason) implements Command {
    public ReleasePaymentHold {
        Form.text("reason", reason, 400);
    }
}
