package fundtrail.command.decideappeal;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.APPEAL_NOT_PENDING;
import static fundtrail.command.decide.RefusalCode.CASE_REFERRED;
import static fundtrail.command.decide.RefusalCode.HOLDER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.HOLD_CLOSED;
import static fundtrail.command.decide.RefusalCode.HOLD_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.HOLD_WIDENED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Clawback.Appeal;
import fundtrail.command.known.Holds.Hold;
import fundtrail.command.known.Known;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AppealDecided;
import fundtrail.contract.fact.AppealDecided.OnHold;
import fundtrail.contract.fact.AppealFiled.Against;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.fact.PaymentHoldReviewed;
import java.util.Collections;
import java.util.List;

/** Whoever placed the hold does not decide. What is decided is carried out in the same append. */
final class AppealAgainstHold {
    private AppealAgainstHold() {}

    static Decision decide(DecideAppeal wish, Moment moment, Known known) {
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
        PaymentHoldPlaced terms = hold.terms();
        if (wish.amount() != null && terms.amount() != null && !terms.amount().covers(wish.amount())) {
            return refused(HOLD_WIDENED, wish.hold()).with("before", terms.amount()).with("amount", wish.amount());
        }
        Case inquiry = known.recoveries().referred(known.holds().groundOf(wish.hold()));
        if (wish.onHold() != OnHold.CONFIRMED && inquiry != null) {
            return refused(CASE_REFERRED, inquiry.id()).with("to", inquiry.referredTo()).with("since", inquiry.referredOn());
        }
        if (hold.appeal() != Appeal.PENDING) {
            return refused(APPEAL_NOT_PENDING, wish.hold()).with("state", hold.appeal());
        }
        AppealDecided decided = new AppealDecided(Against.HOLD, null, wish.hold(), known.divisionOf(terms.institution()),
                terms.institution(), wish.onHold(), Money.ZERO, List.of(), List.of(), wish.reason(), Lines.NONE);
        return switch (wish.onHold()) {
            case RELEASED -> accepted(decided, new PaymentHoldReleased(wish.hold(), terms.institution(), wish.reason()));
            case LIMITED -> accepted(decided, new PaymentHoldReviewed(
                    wish.hold(), terms.institution(), wish.amount(), terms.reviewOn(), terms.expiresOn(), wish.reason()));
            case CONFIRMED -> accepted(decided);
        };
    }
}
