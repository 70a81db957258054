package fundtrail.query.entity;

import fundtrail.contract.CompensationChannel;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;

/** Through which channel a programme's money of a budget year is spent, by the last budget or notice that says so. */
public record BudgetChannel(DivisionCode division, int budgetYear, ProgrammeCode programme, CompensationChannel channel) {
    public static String id(DivisionCode division, int budgetYear, ProgrammeCode programme) {
        return division + "." + budgetYear + "." + programme;
    }
}
