package fundtrail.command.reviewpaymenthold;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.HOLDER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.HOLD_CLOSED;
import static fundtrail.command.decide.RefusalCode.HOLD_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.HOLD_WIDENED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Holds.Hold;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PaymentHoldReviewed;
import java.util.Collections;

public final class ReviewPaymentHoldDecision {
    private ReviewPaymentHoldDecision() {}

    public static Decision decide(ReviewPaymentHold wish, Moment moment, Known known) {
        if (wish.reviewOn().isBefore(moment.today())) {
            return refused(DATE_PASSED, wish.reviewOn()).with("today", moment.today());
        }
        if (wish.amount() != null && !wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.hold()).with("amount", wish.amount());
        }
        Hold hold = known.holds().get(wish.hold());
        if (hold == null) {
            return refused(HOLD_UNKNOWN, wish.hold());
        }
        if (!hold.standsOn(moment.today())) {
            return refused(HOLD_CLOSED, wish.hold());
        }
        if (!Collections.disjoint(hold.placedBy(), moment.hands())) {
            return refused(HOLDER_CONFLICT, wish.hold());
        }
        Money before = hold.terms().amount();
        if (wish.amount() != null && before != null && !before.covers(wish.amount())) {
            return refused(HOLD_WIDENED, wish.hold()).with("before", before).with("amount", wish.amount());
        }
        return accepted(new PaymentHoldReviewed(wish.hold(), hold.terms().institution(), wish.amount() == null ? before : wish.amount(),
                wish.reviewOn(), wish.expiresOn(), wish.finding()));
    }
}
