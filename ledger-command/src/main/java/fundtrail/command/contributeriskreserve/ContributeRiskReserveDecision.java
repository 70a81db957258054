package fundtrail.command.contributeriskreserve;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.reserve.Contributing;
import fundtrail.contract.Lines;

public final class ContributeRiskReserveDecision {
    private ContributeRiskReserveDecision() {}

    public static Decision decide(ContributeRiskReserve wish, Moment moment, Known known) {
        Contributing contributing = wish.contributing();
        Refused missing = contributing.missing(known);
        Refused refusal = missing != null ? missing : contributing.refusal(known);
        if (refusal != null) {
            return refusal;
        }
        Lines lines = contributing.lines(known.riskReserve().source());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.reserveAccount());
        }
        return accepted(contributing.fact(null, lines));
    }
}
