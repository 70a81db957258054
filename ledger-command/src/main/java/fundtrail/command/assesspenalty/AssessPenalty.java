package fundtrail.command.assesspenalty;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PenaltyAssessed;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;

/**
 * Fines an institution. Fields as in {@link PenaltyAssessed}; the budget year is the effective date's.
 *
 * @param fundSource the general treasury
 */
public record AssessPenalty(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        ChargeId charge,
        InstitutionId institution,
        FundSourceCode fundSource,
        Money amount,
        String legalBasis,
        @MayBeAbsent ClawbackId clawback)
        implements Command {
    public AssessPenalty {
        Form.text("legalBasis", legalBasis, 200);
    }
}
