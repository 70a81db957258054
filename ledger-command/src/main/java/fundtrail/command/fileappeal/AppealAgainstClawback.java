package fundtrail.command.fileappeal;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.APPEAL_LATE;
import static fundtrail.command.decide.RefusalCode.APPEAL_MADE;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawback.Appeal;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.AppealFiled;
import fundtrail.contract.fact.AppealFiled.Against;
import java.time.LocalDate;

/** An appeal against a claw-back: one for each, and in time. Of a claw-back not demanded yet the institution knows nothing. */
final class AppealAgainstClawback {
    private AppealAgainstClawback() {}

    static Decision decide(FileAppeal wish, Moment moment, Known known) {
        Clawback clawback = known.recoveries().clawbacks().of(wish.clawback());
        if (clawback == null || clawback.demandedOn() == null || !known.mergers().areOne(clawback.institution(), wish.institution())) {
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
        LocalDate last = clawback.lastDayToAppeal(known.rules().daysToAppeal(moment.today()));
        if (last != null && moment.effectiveDate().isAfter(last)) {
            return refused(APPEAL_LATE, wish.clawback()).with("last", last);
        }
        return accepted(new AppealFiled(Against.CLAWBACK, wish.clawback(), null, clawback.division(), clawback.institution(),
                wish.stay(), wish.grounds()));
    }
}
