package fundtrail.command.reinstatewriteoff;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.ClawbackId;
import java.time.LocalDate;

/** Takes back a write-off, or a part of it: so much is owed again. */
public record ReinstateWriteOff(
        @MayBeAbsent LocalDate effectiveDate, @MayBeAbsent DocumentRef document, ClawbackId clawback, Money amount, String reason)
        implements Command {
    public ReinstateWriteOff {
        Form.text("reason", reason, 400);
    }
}
