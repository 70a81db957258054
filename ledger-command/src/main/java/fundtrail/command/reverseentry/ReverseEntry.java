package fundtrail.command.reverseentry;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import java.time.LocalDate;

/**
 * Takes an earlier fact back by its lines in red (红字冲销): a receipt, an allotment, a reallocation, or a payment the bank has
 * not confirmed. Everything else is undone by a command of its own.
 *
 * @param reverses the position of the fact
 * @param reason   at most 400 characters
 */
public record ReverseEntry(
        @MayBeAbsent LocalDate effectiveDate, @MayBeAbsent DocumentRef document, long reverses, String reason)
        implements Command {
    public ReverseEntry {
        Form.text("reason", reason, 400);
    }
}
