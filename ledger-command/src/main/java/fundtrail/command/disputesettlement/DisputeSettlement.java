package fundtrail.command.disputesettlement;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;

/** The institution disagrees with its settlement. @param revision the one it has before it */
public record DisputeSettlement(
        @MayBeAbsent LocalDate effectiveDate,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        int revision,
        String reason)
        implements OfBudgetYear {
    public DisputeSettlement {
        Form.budgetYear(budgetYear);
        Form.text("reason", reason, 400);
    }
}
