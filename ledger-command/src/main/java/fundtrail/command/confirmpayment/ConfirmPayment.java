package fundtrail.command.confirmpayment;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.PaymentId;
import java.time.LocalDate;

/**
 * Records that the bank says the money left (支付确认).
 *
 * @param bankRef the bank's reference, unique for ever, at most 64 characters
 */
public record ConfirmPayment(@MayBeAbsent LocalDate effectiveDate, PaymentId payment, String bankRef) implements Command {
    public ConfirmPayment {
        Form.text("bankRef", bankRef, 64);
    }
}
