package fundtrail.command.requestrectification;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.id.FindingId;
import java.time.LocalDate;

/**
 * Tells the institution to put right what was found; asked again, the last request counts. Fields as in
 * {@link fundtrail.contract.fact.RectificationRequested}.
 */
public record RequestRectification(FindingId finding, String measures, LocalDate dueOn) implements Command {
    public RequestRectification {
        Form.text("measures", measures, 400);
    }
}
