package fundtrail.command.opencase;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.CaseOpened.Origin;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.TipOffId;
import java.time.LocalDate;
import java.util.List;

/**
 * Opens a case on flagged claims of one institution. Fields as in {@link CaseOpened}.
 *
 * @param tipOff      named where its origin is one, and else not
 * @param claims      1 to {@value #MOST_CLAIMS}
 * @param responsible 1 to {@value #MOST_RESPONSIBLE}, or absent
 */
public record OpenCase(
        @MayBeAbsent LocalDate effectiveDate,
        CaseId caseId,
        @MayBeAbsent Origin origin,
        @MayBeAbsent TipOffId tipOff,
        String subject,
        List<ClaimId> claims,
        @MayBeAbsent List<PersonRef> responsible)
        implements Command {
    private static final int MOST_RESPONSIBLE = 50;
    private static final int MOST_CLAIMS = 300;

    public OpenCase {
        Form.text("subject", subject, 400);
        Form.count("claims", claims, 1, MOST_CLAIMS);
        if (responsible != null) {
            Form.count("responsible", responsible, 1, MOST_RESPONSIBLE);
        }
        if ((origin == Origin.TIP_OFF) != (tipOff != null)) {
            throw new IllegalArgumentException("a case whose origin is a tip-off names it, and no other does");
        }
    }

    /** One of which neither origin nor who is responsible is said. */
    public OpenCase(LocalDate effectiveDate, CaseId caseId, String subject, List<ClaimId> claims) {
        this(effectiveDate, caseId, null, null, subject, claims, null);
    }
}
