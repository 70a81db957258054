package fundtrail.command.waivecharge;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.CASE_REFERRED;
import static fundtrail.command.decide.RefusalCode.CHARGE_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.CHARGE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Charges.Charge;
import fundtrail.command.known.Known;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.contract.fact.ChargeWaived;

public final class WaiveChargeDecision {
    private WaiveChargeDecision() {}

    public static Decision decide(WaiveCharge wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.charge()).with("amount", wish.amount());
        }
        Charge charge = known.recoveries().charges().of(wish.charge());
        if (charge == null) {
            return refused(CHARGE_UNKNOWN, wish.charge());
        }
        Case inquiry = known.recoveries().referred(charge);
        if (inquiry != null) {
            return refused(CASE_REFERRED, inquiry.id()).with("to", inquiry.referredTo()).with("since", inquiry.referredOn());
        }
        if (moment.effectiveDate().isBefore(charge.effectiveDate())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.charge())
                    .with("date", moment.effectiveDate())
                    .with("determined", charge.effectiveDate());
        }
        if (!charge.open().covers(wish.amount())) {
            return refused(CHARGE_EXCEEDED, wish.charge()).with("open", charge.open()).with("amount", wish.amount());
        }
        boolean closed = known.years().isClosed(charge.division(), charge.debtor().budgetYear());
        return accepted(new ChargeWaived(wish.charge(), charge.division(), charge.institution(), wish.amount(), wish.reason(),
                ClawbackPostings.waived(charge.debtor(), closed, wish.amount())));
    }
}
