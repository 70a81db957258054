package fundtrail.command.concludereferral;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.CaseId;
import java.time.LocalDate;

/** Records what the body a case was referred to has answered. Fields as in {@link fundtrail.contract.fact.ReferralConcluded}. */
public record ConcludeReferral(
        @MayBeAbsent LocalDate effectiveDate, @MayBeAbsent DocumentRef document, CaseId caseId, String outcome) implements Command {
    public ConcludeReferral {
        Form.text("outcome", outcome, 400);
    }
}
