package fundtrail.command.waivecharge;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.ChargeId;
import java.time.LocalDate;

/** Waives a penalty or interest, or a part of it. */
public record WaiveCharge(
        @MayBeAbsent LocalDate effectiveDate, @MayBeAbsent DocumentRef document, ChargeId charge, Money amount, String reason)
        implements Command {
    public WaiveCharge {
        Form.text("reason", reason, 400);
    }
}
