package fundtrail.command.carrybudgetforward;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;

/** Carries authority to the next year (结转). Fields as in {@link fundtrail.contract.fact.BudgetCarriedForward}. */
public record CarryBudgetForward(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        FundSourceCode fundSource,
        int fromYear,
        @MayBeAbsent AllotmentId from,
        @MayBeAbsent AllotmentId to,
        Money amount)
        implements Command {
    private static final int LAST_YEAR_WITH_A_NEXT = 9998;

    public CarryBudgetForward {
        Form.between("fromYear", fromYear, 1949, LAST_YEAR_WITH_A_NEXT);
        if ((from == null) != (to == null)) {
            throw new IllegalArgumentException("from and to are named together: an allotment is carried to an allotment;"
                    + " without both, unallotted authority is carried");
        }
    }
}
