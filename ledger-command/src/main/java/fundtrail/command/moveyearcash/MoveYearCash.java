package fundtrail.command.moveyearcash;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;

/** Makes cash of one year cash of a later one (跨年资金结转). Fields as in {@link fundtrail.contract.fact.YearCashMoved}. */
public record MoveYearCash(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        FundSourceCode fundSource,
        BankAccountId bankAccount,
        int fromYear,
        int toYear,
        Money amount)
        implements Command {
    public MoveYearCash {
        Form.budgetYear(fromYear);
        Form.budgetYear(toYear);
        if (toYear <= fromYear) {
            throw new IllegalArgumentException("toYear is " + toYear + "; cash of " + fromYear + " moves to a later year");
        }
    }
}
