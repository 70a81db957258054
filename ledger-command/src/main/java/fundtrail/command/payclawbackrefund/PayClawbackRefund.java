package fundtrail.command.payclawbackrefund;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.PayeeAccountId;
import java.time.LocalDate;

/**
 * Pays an institution back, out of what is held of a claw-back, what an appeal found it had given back too much.
 *
 * @param bankAccount the account in which it is held
 * @param bankRef     the bank's reference of the payment, unique for ever, at most 64 characters
 * @param amount      at most what of the refund due is held there; it is paid in the composition of that
 */
public record PayClawbackRefund(
        @MayBeAbsent LocalDate effectiveDate,
        ClawbackId clawback,
        BankAccountId bankAccount,
        PayeeAccountId payeeAccount,
        String bankRef,
        Money amount)
        implements Command {
    public PayClawbackRefund {
        Form.text("bankRef", bankRef, 64);
    }
}
