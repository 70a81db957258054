package fundtrail.command.recorduseplan;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.UsePlanRecorded;

public final class RecordUsePlanDecision {
    private RecordUsePlanDecision() {}

    public static Decision decide(RecordUsePlan wish, Moment moment, Known known) {
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        if (!known.fundSources().has(wish.fundSource())) {
            return refused(FUND_SOURCE_UNKNOWN, wish.fundSource());
        }
        return accepted(new UsePlanRecorded(wish.division(), wish.month(), wish.fundSource(), wish.need()));
    }
}
