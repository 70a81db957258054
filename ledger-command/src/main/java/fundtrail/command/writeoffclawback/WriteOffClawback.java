package fundtrail.command.writeoffclawback;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.ClawbackId;
import java.time.LocalDate;

/** Gives up what is outstanding of a claw-back, or a part of it. */
public record WriteOffClawback(
        @MayBeAbsent LocalDate effectiveDate, @MayBeAbsent DocumentRef document, ClawbackId clawback, Money amount, String reason)
        implements Command {
    public WriteOffClawback {
        Form.text("reason", reason, 400);
    }
}
