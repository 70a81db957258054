package fundtrail.command.registerpayeeaccount;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;

/**
 * Registers an account money may be paid to, some working days after its recording. Fields as in
 * {@link fundtrail.contract.fact.PayeeAccountRegistered}.
 */
public record RegisterPayeeAccount(
        PayeeAccountId payeeAccount, InstitutionId institution, String accountName, String accountNumber, String bank)
        implements Command {
    public RegisterPayeeAccount {
        Form.text("accountName", accountName, 120);
        Form.text("accountNumber", accountNumber, 40);
        Form.text("bank", bank, 120);
    }
}
