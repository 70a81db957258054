package fundtrail.command.approvebudget;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.List;

/**
 * Approves what may be spent on a programme in a budget year, source by source. Until transfers from above have a
 * command of their own, money of an upper level is approved here too, as received from above.
 *
 * @param channel the channel it is spent through, such as {@code 国库集中支付}; at most 40 characters
 * @param sources one amount for each fund source; 1 to 40, so that the lines fit one fact
 */
public record ApproveBudget(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        int budgetYear,
        ProgrammeCode programme,
        String channel,
        List<SourceAmount> sources)
        implements Command {
    public ApproveBudget {
        Form.budgetYear(budgetYear);
        Form.text("channel", channel, 40);
        Form.count("sources", sources, 1, 40);
    }
}
