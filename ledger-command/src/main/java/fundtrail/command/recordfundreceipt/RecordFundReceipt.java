package fundtrail.command.recordfundreceipt;

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
 * Records money of an own-level source that arrived in a treasury account. Money of an upper level comes as a transfer
 * (record-transfer-receipt).
 *
 * @param document a receipt or notice, where there is one; the bank's reference is what proves the money came
 * @param bankRef  the bank's reference, at most 64 characters, unique for ever unless its entry was reversed
 */
public record RecordFundReceipt(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        int budgetYear,
        FundSourceCode fundSource,
        BankAccountId bankAccount,
        String bankRef,
        Money amount)
        implements OfBudgetYear {
    public RecordFundReceipt {
        Form.budgetYear(budgetYear);
        Form.text("bankRef", bankRef, 64);
    }
}
