package fundtrail.command.reopenappeal;

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
import fundtrail.contract.fact.AppealReopened;

public final class ReopenAppealDecision {
    private ReopenAppealDecision() {}

    public static Decision decide(ReopenAppeal wish, Moment moment, Known known) {
        Clawback clawback = known.recoveries().clawbacks().of(wish.clawback());
        if (clawback == null) {
            return refused(CLAWBACK_UNKNOWN, wish.clawback());
        }
        if (moment.effectiveDate().isBefore(clawback.determinedOn())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.clawback())
                    .with("date", moment.effectiveDate())
                    .with("determined", clawback.determinedOn());
        }
        if (clawback.appeal() == Appeal.PENDING) {
            return refused(APPEAL_MADE, wish.clawback()).with("state", clawback.appeal());
        }
        return accepted(new AppealReopened(wish.clawback(), clawback.division(), clawback.institution(), wish.stay(), wish.grounds()));
    }
}
