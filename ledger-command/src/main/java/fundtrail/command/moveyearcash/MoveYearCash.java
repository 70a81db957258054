package fundtrail.command.moveyearcash;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;

/**
 * Makes cash of one year cash of another (跨年资金结转): of a later one; back, where it was too much; and into a closed year as
 * much as that owes to institutions after appeals. Fields as in {@link fundtrail.contract.fact.YearCashMoved}.
 */
public record MoveYearCash(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        FundSourceCode fundSource,
        BankAccountId bankAccount,
        int fromYear,
        int toYear,
        Money amount)
        implements OfBudgetYear {
    public MoveYearCash {
        Form.budgetYear(fromYear);
        Form.budgetYear(toYear);
        if (toYear == fromYear) {
            throw new IllegalArgumentException("toYear is the year the cash is of");
        }
    }

    /** The year the cash goes to: what the other has of it says whether that can be. */
    @Override
    public int budgetYear() {
        return toYear;
    }
}
