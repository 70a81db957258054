package fundtrail.command.paymatching;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;

/**
 * Records committed matching funds that arrived in a treasury account (配套到位).
 *
 * @param bankRef the bank's reference, at most 64 characters, unique for ever unless its entry was reversed
 */
public record PayMatching(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        TrancheId tranche,
        DivisionCode division,
        FundSourceCode fundSource,
        BankAccountId bankAccount,
        String bankRef,
        Money amount)
        implements Command {
    public PayMatching {
        Form.text("bankRef", bankRef, 64);
    }
}
