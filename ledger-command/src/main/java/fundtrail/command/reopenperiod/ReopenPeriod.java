package fundtrail.command.reopenperiod;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.Period;

/**
 * Opens the month closed last again (反结账).
 *
 * @param reason at most 400 characters
 */
public record ReopenPeriod(DivisionCode division, Period period, String reason) implements Command {
    public ReopenPeriod {
        Form.text("reason", reason, 400);
    }
}
