package fundtrail.command.known;

import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;

/** A programme of a division in a budget year. */
public record ProgrammeYear(DivisionCode division, ProgrammeCode programme, int budgetYear) {
    @Override
    public String toString() {
        return programme + " " + budgetYear;
    }
}
