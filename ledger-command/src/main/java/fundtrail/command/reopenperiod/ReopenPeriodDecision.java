package fundtrail.command.reopenperiod;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PERIOD_NOT_CLOSED;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.PeriodReopened;
import fundtrail.contract.id.Period;

/** Only the month closed last, and none of a closed year: what later closes rest on stays as it was. */
public final class ReopenPeriodDecision {
    private ReopenPeriodDecision() {}

    public static Decision decide(ReopenPeriod wish, Moment moment, Known known) {
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        Integer closedYear = known.years().lastClosed(wish.division());
        if (closedYear != null && wish.period().year() <= closedYear) {
            return refused(YEAR_CLOSED, wish.period().year()).with("division", wish.division());
        }
        Period last = known.periods().lastClosed(wish.division());
        if (!wish.period().equals(last)) {
            return refused(PERIOD_NOT_CLOSED, wish.period()).with("last", last == null ? "" : last);
        }
        return accepted(new PeriodReopened(wish.division(), wish.period(), wish.reason()));
    }
}
