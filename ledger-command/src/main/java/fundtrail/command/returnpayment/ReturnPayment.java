package fundtrail.command.returnpayment;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.PaymentId;
import java.time.LocalDate;

/**
 * Records that money of a payment came back, whole or in part (退票).
 *
 * @param bankRef the bank's reference of the return, unique for ever, at most 64 characters
 */
public record ReturnPayment(
        @MayBeAbsent LocalDate effectiveDate, PaymentId payment, Money amount, String bankRef, String reason)
        implements Command {
    public ReturnPayment {
        Form.text("bankRef", bankRef, 64);
        Form.text("reason", reason, 400);
    }
}
