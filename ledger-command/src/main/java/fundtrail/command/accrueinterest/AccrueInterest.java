package fundtrail.command.accrueinterest;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.command.known.Charges;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.InterestAccrued;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;

/**
 * Charges an institution for the time it held what it had to give back. Fields as in {@link InterestAccrued}; the budget year is the effective date's.
 *
 * @param fundSource the general treasury
 */
public record AccrueInterest(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        ChargeId charge,
        InstitutionId institution,
        FundSourceCode fundSource,
        Money amount,
        String legalBasis,
        ClawbackId clawback)
        implements Command {
    public AccrueInterest {
        Form.text("legalBasis", legalBasis, 200);
    }
}
