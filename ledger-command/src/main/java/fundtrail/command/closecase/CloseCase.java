package fundtrail.command.closecase;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.CaseClosed;
import fundtrail.contract.id.CaseId;
import java.time.LocalDate;

/** Closes a case of which nothing is open any more. Fields as in {@link CaseClosed}. */
public record CloseCase(@MayBeAbsent LocalDate effectiveDate, CaseId caseId, String conclusion) implements Command {
    public CloseCase {
        Form.text("conclusion", conclusion, 400);
    }
}
