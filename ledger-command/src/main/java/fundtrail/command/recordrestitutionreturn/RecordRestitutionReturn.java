package fundtrail.command.recordrestitutionreturn;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;

/**
 * Records that money restored to a source came back, whole or in part: it is held again, to be refunded or restored anew.
 *
 * @param restoration the position of the restoration
 * @param fundSource  the source it had gone to
 * @param bankRef     the bank's reference of the return, unique for ever, at most 64 characters
 */
public record RecordRestitutionReturn(
        @MayBeAbsent LocalDate effectiveDate, ClawbackId clawback, long restoration, FundSourceCode fundSource, String bankRef,
        Money amount, String reason)
        implements Command {
    public RecordRestitutionReturn {
        Form.text("bankRef", bankRef, 64);
        Form.text("reason", reason, 400);
    }
}
