package fundtrail.command.recordreserveinterest;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import java.time.LocalDate;

/**
 * Records interest the bank paid on the risk reserve (风险金利息).
 *
 * @param reserveAccount the account the reserve lies in
 * @param bankRef        the bank's reference, unique for ever, at most 64 characters
 */
public record RecordReserveInterest(
        @MayBeAbsent LocalDate effectiveDate,
        DivisionCode division,
        int budgetYear,
        BankAccountId reserveAccount,
        String bankRef,
        Money amount)
        implements OfBudgetYear {
    public RecordReserveInterest {
        Form.budgetYear(budgetYear);
        Form.text("bankRef", bankRef, 64);
    }
}
