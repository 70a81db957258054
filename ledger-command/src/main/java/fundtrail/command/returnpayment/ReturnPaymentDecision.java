package fundtrail.command.returnpayment;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_PAYMENT;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.PAYMENT_NOT_OPEN;
import static fundtrail.command.decide.RefusalCode.PAYMENT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.RETURN_EXCEEDED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Payment;
import fundtrail.command.posting.PaymentPostings.Credit;
import fundtrail.command.posting.PaymentPostings;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.id.BankAccountId;
import java.util.List;
import java.util.Map;

/**
 * Whatever the bank has returned is recorded: money that an institution gave back as well by a refund or a claw-back came
 * back twice, so that it is owed to it again.
 */
public final class ReturnPaymentDecision {
    private ReturnPaymentDecision() {}

    public static Decision decide(ReturnPayment wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.payment()).with("amount", wish.amount());
        }
        Long used = known.usedBankRef(wish.bankRef());
        if (used != null) {
            return refused(NUMBER_USED, wish.bankRef()).with("by", "#" + used);
        }
        Payment payment = known.payments().payment(wish.payment());
        if (payment == null) {
            return refused(PAYMENT_UNKNOWN, wish.payment());
        }
        if (!payment.isPaid()) {
            return refused(PAYMENT_NOT_OPEN, wish.payment()).with("state", payment.state());
        }
        if (moment.effectiveDate().isBefore(payment.paidOn())) {
            return refused(DATE_BEFORE_PAYMENT, wish.payment())
                    .with("date", moment.effectiveDate())
                    .with("paid", payment.paidOn());
        }
        Money left = payment.amount().minus(payment.returned());
        if (!left.covers(wish.amount())) {
            return refused(RETURN_EXCEEDED, wish.payment())
                    .with("paid", payment.amount())
                    .with("returned", payment.returned())
                    .with("left", left)
                    .with("amount", wish.amount());
        }
        Allotment allotment = known.allotments().get(payment.allotment());
        Purse owed = allotment.owed(payment.basis());
        boolean closed = known.years().isClosed(allotment.division(), allotment.budgetYear());
        BankAccountId bankAccount = known.payments().paidFrom(payment);
        Map<Purse, Money> authority = ReturnedTo.authority(payment, allotment, wish.amount(), known);
        List<Credit> credits = ReturnedTo.credits(payment, owed, wish.amount(), Money.sum(authority.values()), closed, known);
        Lines lines = PaymentPostings.returned(allotment.purse(), owed, credits, authority, bankAccount, closed);
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, bankAccount);
        }
        return accepted(new PaymentReturned(
                wish.payment(),
                payment.institution(),
                payment.allotment(),
                wish.amount(),
                wish.bankRef(),
                wish.reason(),
                lines));
    }
}
