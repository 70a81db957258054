package fundtrail.command.waiveappeal;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.APPEAL_MADE;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawback.Appeal;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.AppealWaived;

public final class WaiveAppealDecision {
    private WaiveAppealDecision() {}

    public static Decision decide(WaiveAppeal wish, Moment moment, Known known) {
        Clawback clawback = known.recoveries().clawbacks().of(wish.clawback());
        if (clawback == null || !known.mergers().areOne(clawback.institution(), wish.institution())) {
            return refused(CLAWBACK_UNKNOWN, wish.clawback());
        }
        if (moment.effectiveDate().isBefore(clawback.determinedOn())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.clawback())
                    .with("date", moment.effectiveDate())
                    .with("determined", clawback.determinedOn());
        }
        if (clawback.appeal() != Appeal.NONE) {
            return refused(APPEAL_MADE, wish.clawback()).with("state", clawback.appeal());
        }
        return accepted(new AppealWaived(wish.clawback(), clawback.division(), clawback.institution()));
    }
}
