package fundtrail.command.confirmrectification;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Text;
import fundtrail.contract.id.FindingId;

/** Confirms that what was found has been put right. Fields as in {@link fundtrail.contract.fact.RectificationConfirmed}. */
public record ConfirmRectification(FindingId finding, String outcome, @MayBeAbsent String evidenceHash) implements Command {
    public ConfirmRectification {
        Form.text("outcome", outcome, 400);
        if (evidenceHash != null) {
            Text.sha256("evidence", evidenceHash);
        }
    }
}
