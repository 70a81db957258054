package fundtrail.command.reopenappeal;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.ClawbackId;
import java.time.LocalDate;

/** Has an appeal heard that was decided, waived or too late, by order. Fields as in {@link fundtrail.contract.fact.AppealReopened}. */
public record ReopenAppeal(
        @MayBeAbsent LocalDate effectiveDate, @MayBeAbsent DocumentRef document, ClawbackId clawback, boolean stay, String grounds)
        implements Command {
    public ReopenAppeal {
        Form.text("grounds", grounds, 400);
    }
}
