package fundtrail.command.refercase;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.CaseId;
import java.time.LocalDate;

/** Refers a case to another body. Fields as in {@link fundtrail.contract.fact.CaseReferred}. */
public record ReferCase(
        @MayBeAbsent LocalDate effectiveDate, @MayBeAbsent DocumentRef document, CaseId caseId, String to, String grounds)
        implements Command {
    public ReferCase {
        Form.text("to", to, 200);
        Form.text("grounds", grounds, 400);
    }
}
