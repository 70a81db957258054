package fundtrail.command.fileappeal;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.APPEAL_MADE;
import static fundtrail.command.decide.RefusalCode.HOLD_CLOSED;
import static fundtrail.command.decide.RefusalCode.HOLD_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Clawback.Appeal;
import fundtrail.command.known.Holds.Hold;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.AppealFiled;
import fundtrail.contract.fact.AppealFiled.Against;

public final class FileAppealDecision {
    private FileAppealDecision() {}

    public static Decision decide(FileAppeal wish, Moment moment, Known known) {
        return wish.clawback() == null ? againstHold(wish, moment, known) : AppealAgainstClawback.decide(wish, moment, known);
    }

    private static Decision againstHold(FileAppeal wish, Moment moment, Known known) {
        Hold hold = known.holds().get(wish.hold());
        if (hold == null || !known.mergers().areOne(hold.terms().institution(), wish.institution())) {
            return refused(HOLD_UNKNOWN, wish.hold());
        }
        if (!hold.standsOn(moment.today())) {
            return refused(HOLD_CLOSED, wish.hold());
        }
        if (hold.appeal() != Appeal.NONE) {
            return refused(APPEAL_MADE, wish.hold()).with("state", hold.appeal());
        }
        return accepted(new AppealFiled(Against.HOLD, null, wish.hold(), known.divisionOf(wish.institution()), wish.institution(),
                false, wish.grounds()));
    }
}
