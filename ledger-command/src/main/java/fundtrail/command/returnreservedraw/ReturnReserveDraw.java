package fundtrail.command.returnreservedraw;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DrawId;
import java.time.LocalDate;

/**
 * Gives the unused part of a draw back to the risk reserve (风险金退回).
 *
 * @param allotment that it was carried forward to; absent for the draw's own
 */
public record ReturnReserveDraw(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DrawId draw,
        @MayBeAbsent AllotmentId allotment,
        Money amount,
        String reason)
        implements Command {
    public ReturnReserveDraw {
        Form.text("reason", reason, 400);
    }
}
