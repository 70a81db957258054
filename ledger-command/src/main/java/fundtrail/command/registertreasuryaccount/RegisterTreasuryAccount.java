package fundtrail.command.registertreasuryaccount;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import java.time.LocalDate;

/** Registers a bank account of the bureau's own. Fields as in {@link fundtrail.contract.fact.TreasuryAccountRegistered}. */
public record RegisterTreasuryAccount(
        @MayBeAbsent LocalDate effectiveDate,
        BankAccountId bankAccount,
        DivisionCode division,
        Use use,
        String accountName,
        String accountNumber,
        String bank)
        implements Command {
    public RegisterTreasuryAccount {
        Form.text("accountName", accountName, 120);
        Form.text("accountNumber", accountNumber, 40);
        Form.text("bank", bank, 120);
    }
}
