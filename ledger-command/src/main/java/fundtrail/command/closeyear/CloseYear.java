package fundtrail.command.closeyear;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.DivisionCode;
import java.time.LocalDate;

/** Closes a budget year of a division (年终结账). It cannot be opened again. */
public record CloseYear(
        @MayBeAbsent LocalDate effectiveDate, @MayBeAbsent DocumentRef document, DivisionCode division, int budgetYear)
        implements OfBudgetYear {
    public CloseYear {
        Form.budgetYear(budgetYear);
    }
}
