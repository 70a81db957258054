package fundtrail.command.finalizesettlement;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;

/**
 * Settles an institution's year: what each source bears, by the funding plan, against what it has paid.
 *
 * @param entitlement what it has earned, all sources together, as its signers know it
 */
public record FinalizeSettlement(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        Money entitlement)
        implements OfBudgetYear {
    public FinalizeSettlement {
        Form.budgetYear(budgetYear);
    }
}
