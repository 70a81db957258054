package fundtrail.command.opencase;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import java.time.LocalDate;
import java.util.List;

/**
 * Opens a case on flagged claims of one institution. Fields as in {@link CaseOpened}.
 *
 * @param claims 1 to {@value #MOST_CLAIMS}
 */
public record OpenCase(@MayBeAbsent LocalDate effectiveDate, CaseId caseId, String subject, List<ClaimId> claims) implements Command {
    private static final int MOST_CLAIMS = 300;

    public OpenCase {
        Form.text("subject", subject, 400);
        Form.count("claims", claims, 1, MOST_CLAIMS);
    }
}
