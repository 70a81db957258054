package fundtrail.command.releasepaymenthold;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.CASE_REFERRED;
import static fundtrail.command.decide.RefusalCode.HOLDER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.HOLD_CLOSED;
import static fundtrail.command.decide.RefusalCode.HOLD_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Holds.Hold;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.id.DivisionCode;
import java.util.Collections;

public final class ReleasePaymentHoldDecision {
    private ReleasePaymentHoldDecision() {}

    public static Decision decide(ReleasePaymentHold wish, Moment moment, Known known) {
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
        Case inquiry = known.recoveries().referred(known.holds().groundOf(wish.hold()));
        if (inquiry != null) {
            return refused(CASE_REFERRED, inquiry.id()).with("to", inquiry.referredTo()).with("since", inquiry.referredOn());
        }
        return accepted(new PaymentHoldReleased(wish.hold(), hold.terms().institution(), wish.reason()));
    }

    /** The division of the institution held; {@code null} when there is no such hold. */
    public static DivisionCode division(ReleasePaymentHold wish, Known known) {
        Hold hold = known.holds().get(wish.hold());
        return hold == null ? null : known.divisionOf(hold.terms().institution());
    }
}
