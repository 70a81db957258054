package fundtrail.command.placepaymenthold;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.PaymentHoldPlaced;

public final class PlacePaymentHoldDecision {
    private PlacePaymentHoldDecision() {}

    public static Decision decide(PlacePaymentHold wish, Moment moment, Known known) {
        if (wish.reviewOn().isBefore(moment.today())) {
            return refused(DATE_PASSED, wish.reviewOn()).with("today", moment.today());
        }
        if (wish.amount() != null && !wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.hold()).with("amount", wish.amount());
        }
        if (known.holds().get(wish.hold()) != null) {
            return refused(ALREADY_EXISTS, wish.hold());
        }
        if (!known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        if (wish.programme() != null && !known.rules().hasProgramme(wish.programme(), moment.today())) {
            return refused(PROGRAMME_UNKNOWN, wish.programme()).with("date", moment.today());
        }
        return accepted(new PaymentHoldPlaced(wish.hold(), wish.institution(), wish.programme(), wish.amount(),
                wish.legalBasis(), wish.reviewOn(), wish.expiresOn()));
    }
}
