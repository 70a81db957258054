package fundtrail.command.confirmpayment;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_PAYMENT;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.PAYMENT_NOT_OPEN;
import static fundtrail.command.decide.RefusalCode.PAYMENT_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Payment;
import fundtrail.command.known.Payments.State;
import fundtrail.contract.fact.PaymentConfirmed;

public final class ConfirmPaymentDecision {
    private ConfirmPaymentDecision() {}

    public static Decision decide(ConfirmPayment wish, Moment moment, Known known) {
        Long used = known.usedBankRef(wish.bankRef());
        if (used != null) {
            return refused(NUMBER_USED, wish.bankRef()).with("by", "#" + used);
        }
        Payment payment = known.payments().payment(wish.payment());
        if (payment == null) {
            return refused(PAYMENT_UNKNOWN, wish.payment());
        }
        if (payment.state() != State.PAID) {
            return refused(PAYMENT_NOT_OPEN, wish.payment()).with("state", payment.state());
        }
        if (payment.isReturned()) {
            return refused(PAYMENT_NOT_OPEN, wish.payment()).with("state", "RETURNED");
        }
        if (moment.effectiveDate().isBefore(payment.paidOn())) {
            return refused(DATE_BEFORE_PAYMENT, wish.payment())
                    .with("date", moment.effectiveDate())
                    .with("paid", payment.paidOn());
        }
        return accepted(new PaymentConfirmed(wish.payment(), payment.institution(), payment.left(), wish.bankRef()));
    }
}
