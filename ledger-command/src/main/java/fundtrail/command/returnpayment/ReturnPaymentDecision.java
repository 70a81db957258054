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
import static fundtrail.command.decide.RefusalCode.RETURN_NOT_WHOLE;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Payment;
import fundtrail.command.known.Payments.State;
import fundtrail.command.posting.PaymentPostings;
import fundtrail.command.posting.PaymentPostings.Credit;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.id.BankAccountId;
import java.util.List;
import java.util.Map;

/**
 * Whatever the bank has returned is recorded: money that an institution gave back as well by a refund or a claw-back came
 * back twice, so that it is owed to it again. A payment that was set off comes back whole as long as the bank has not
 * confirmed it; afterwards only what the bank paid can.
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
        Money left = payment.left();
        if (!left.covers(wish.amount())) {
            return refused(RETURN_EXCEEDED, wish.payment())
                    .with("paid", payment.byBank())
                    .with("returned", payment.returned())
                    .with("left", left)
                    .with("amount", wish.amount());
        }
        boolean whole = payment.state() == State.PAID && !payment.setOffs().isEmpty();
        if (whole && !wish.amount().equals(left)) {
            return refused(RETURN_NOT_WHOLE, wish.payment())
                    .with("left", left)
                    .with("offset", payment.amount().minus(left))
                    .with("amount", wish.amount());
        }
        Money undone = whole ? payment.amount() : wish.amount();
        Allotment allotment = known.allotments().get(payment.allotment());
        Purse owed = allotment.owed(payment.basis());
        boolean closed = known.years().isClosed(allotment.division(), allotment.budgetYear());
        BankAccountId bankAccount = known.payments().paidFrom(payment);
        Map<Purse, Money> authority = ReturnedTo.authority(payment, allotment, undone, known);
        List<Credit> credits = ReturnedTo.credits(payment, owed, undone, Money.sum(authority.values()), closed, known);
        SetOffAgain offsets = new SetOffAgain(whole ? payment.setOffs() : List.of(), bankAccount, known);
        Lines lines = (whole ? PaymentPostings.undone(payment.kind(), allotment.purse(), owed, credits, authority, bankAccount, closed)
                        : PaymentPostings.returned(allotment.purse(), owed, credits, authority, bankAccount, closed))
                .and(offsets.inRed());
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
                offsets.offsets(),
                lines));
    }
}
