package fundtrail.command.returnpayment;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_PAYMENT;
import static fundtrail.command.decide.RefusalCode.EXPENDED_GIVEN_BACK;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.PAYMENT_NOT_OPEN;
import static fundtrail.command.decide.RefusalCode.PAYMENT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.RETURN_EXCEEDED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Payment;
import fundtrail.command.posting.PaymentPostings;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.id.BankAccountId;

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
        Money expended = known.balances().expended(allotment.id());
        if (!expended.covers(wish.amount())) {
            return refused(EXPENDED_GIVEN_BACK, wish.payment())
                    .with("allotment", allotment.id())
                    .with("expended", expended)
                    .with("amount", wish.amount());
        }
        Purse owed = allotment.owed(payment.basis());
        boolean closed = known.years().isClosed(allotment.division(), allotment.budgetYear());
        BankAccountId bankAccount = known.payments().paidFrom(payment);
        Lines lines = PaymentPostings.returned(
                allotment.purse(), owed, ReturnedTo.credits(payment, owed, wish.amount(), closed, known), bankAccount, closed);
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
