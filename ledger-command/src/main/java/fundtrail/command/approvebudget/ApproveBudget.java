package fundtrail.command.approvebudget;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.List;

/**
 * Approves what may be spent on a programme in a budget year, source by source, of money of the division's own level. Money
 * of an upper level is notified from there (record-transfer-notice).
 *
 * @param channel the channel it is spent through
 * @param sources one amount for each fund source; 1 to 40, so that the lines fit one fact
 */
public record ApproveBudget(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        int budgetYear,
        ProgrammeCode programme,
        CompensationChannel channel,
        List<SourceAmount> sources)
        implements OfBudgetYear {
    public ApproveBudget {
        Form.budgetYear(budgetYear);
        Form.count("sources", sources, 1, 40);
    }
}
