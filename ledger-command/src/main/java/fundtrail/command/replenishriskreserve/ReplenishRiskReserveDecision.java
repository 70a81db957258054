package fundtrail.command.replenishriskreserve;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.DRAW_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.REPLENISH_EXCEEDED;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.RiskReserve.Draw;
import fundtrail.command.reserve.Contributing;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;

public final class ReplenishRiskReserveDecision {
    private ReplenishRiskReserveDecision() {}

    public static Decision decide(ReplenishRiskReserve wish, Moment moment, Known known) {
        Contributing contributing = wish.contributing();
        Refused missing = contributing.missing(known);
        if (missing != null) {
            return missing;
        }
        Draw draw = known.riskReserve().draw(wish.replenishes());
        if (draw == null || !draw.division().equals(wish.division())) {
            return refused(DRAW_UNKNOWN, wish.replenishes());
        }
        Refused refusal = contributing.refusal(known);
        if (refusal != null) {
            return refusal;
        }
        Money left = draw.net().minus(draw.replenished());
        if (!left.covers(wish.amount())) {
            return refused(REPLENISH_EXCEEDED, wish.replenishes()).with("left", left).with("amount", wish.amount());
        }
        Lines lines = contributing.lines(known.riskReserve().source());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.reserveAccount());
        }
        return accepted(contributing.fact(wish.replenishes(), lines));
    }
}
