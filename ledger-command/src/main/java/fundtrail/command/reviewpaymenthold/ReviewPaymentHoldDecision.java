package fundtrail.command.reviewpaymenthold;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.CASE_REFERRED;
import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.HOLDER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.HOLD_CLOSED;
import static fundtrail.command.decide.RefusalCode.HOLD_TOO_LONG;
import static fundtrail.command.decide.RefusalCode.HOLD_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.HOLD_WIDENED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Holds.Hold;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PaymentHoldReviewed;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;

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
        LocalDate last = known.rules().lastDayOfHold(moment.today());
        if (wish.expiresOn().isAfter(last) && wish.expiresOn().isAfter(hold.terms().expiresOn())) {
            return refused(HOLD_TOO_LONG, wish.hold()).with("expiresOn", wish.expiresOn()).with("last", last);
        }
        Money amount = wish.amount() == null ? before : wish.amount();
        boolean less = !Objects.equals(amount, before) || wish.expiresOn().isBefore(hold.terms().expiresOn());
        Case inquiry = known.recoveries().referred(known.holds().groundOf(wish.hold()));
        if (less && inquiry != null) {
            return refused(CASE_REFERRED, inquiry.id()).with("to", inquiry.referredTo()).with("since", inquiry.referredOn());
        }
        return accepted(new PaymentHoldReviewed(wish.hold(), hold.terms().institution(), amount,
                wish.reviewOn(), wish.expiresOn(), wish.finding()));
    }
}
