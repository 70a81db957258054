package fundtrail.command.confirmsettlement;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;

/** The institution agrees with its settlement. @param revision the one it has before it */
public record ConfirmSettlement(
        @MayBeAbsent LocalDate effectiveDate, InstitutionId institution, ProgrammeCode programme, int budgetYear, int revision)
        implements OfBudgetYear {
    public ConfirmSettlement {
        Form.budgetYear(budgetYear);
    }
}
