package fundtrail.command.closepayeeaccount;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.id.PayeeAccountId;

/** Closes a payee account from its recording on: rows approved but not yet paid to it are refused at execution. */
public record ClosePayeeAccount(PayeeAccountId payeeAccount, String reason) implements Command {
    public ClosePayeeAccount {
        Form.text("reason", reason, 400);
    }
}
