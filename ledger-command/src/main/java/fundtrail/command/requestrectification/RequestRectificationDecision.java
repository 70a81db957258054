package fundtrail.command.requestrectification;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.FINDING_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.RECTIFIED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Findings.Finding;
import fundtrail.command.known.Findings.State;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.RectificationRequested;

public final class RequestRectificationDecision {
    private RequestRectificationDecision() {}

    public static Decision decide(RequestRectification wish, Moment moment, Known known) {
        if (wish.dueOn().isBefore(moment.today())) {
            return refused(DATE_PASSED, wish.dueOn()).with("today", moment.today());
        }
        Finding finding = known.recoveries().findings().of(wish.finding());
        if (finding == null) {
            return refused(FINDING_UNKNOWN, wish.finding());
        }
        if (finding.state() == State.CONFIRMED) {
            return refused(RECTIFIED, wish.finding());
        }
        return accepted(new RectificationRequested(
                finding.id(), finding.division(), finding.institution(), wish.measures(), wish.dueOn()));
    }
}
