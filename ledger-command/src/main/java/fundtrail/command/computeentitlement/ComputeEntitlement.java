package fundtrail.command.computeentitlement;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.EntitlementComputed.ByHeads;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;

/**
 * Computes what an institution's year has earned: by the work reported, the unit standard and the coefficient that are
 * known, or by heads. Fields as in {@link fundtrail.contract.fact.EntitlementComputed}.
 *
 * @param capitation  heads, rate and months, where heads are paid for; absent: work is, as it always is where the year of the
 *                    programme has a purchase pool or a unit standard
 * @param entitlement what its author computed; the ledger computes it again
 */
public record ComputeEntitlement(
        @MayBeAbsent LocalDate effectiveDate,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        @MayBeAbsent ByHeads capitation,
        Money entitlement)
        implements OfBudgetYear {
    public ComputeEntitlement {
        Form.budgetYear(budgetYear);
    }
}
