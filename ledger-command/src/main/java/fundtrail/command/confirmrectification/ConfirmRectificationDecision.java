package fundtrail.command.confirmrectification;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.FINDING_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.RECTIFICATION_NOT_ASKED;
import static fundtrail.command.decide.RefusalCode.RECTIFIED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Findings.Finding;
import fundtrail.command.known.Findings.State;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.RectificationConfirmed;

public final class ConfirmRectificationDecision {
    private ConfirmRectificationDecision() {}

    public static Decision decide(ConfirmRectification wish, Moment moment, Known known) {
        Finding finding = known.recoveries().findings().of(wish.finding());
        if (finding == null) {
            return refused(FINDING_UNKNOWN, wish.finding());
        }
        if (finding.state() == State.RECORDED) {
            return refused(RECTIFICATION_NOT_ASKED, wish.finding());
        }
        if (finding.state() == State.CONFIRMED) {
            return refused(RECTIFIED, wish.finding());
        }
        return accepted(new RectificationConfirmed(
                finding.id(), finding.division(), finding.institution(), wish.outcome(), wish.evidenceHash()));
    }
}
