package fundtrail.command.refercase;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.CASE_CLOSED;
import static fundtrail.command.decide.RefusalCode.CASE_REFERRED;
import static fundtrail.command.decide.RefusalCode.CASE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.CaseReferred;

public final class ReferCaseDecision {
    private ReferCaseDecision() {}

    public static Decision decide(ReferCase wish, Moment moment, Known known) {
        Case inquiry = known.recoveries().cases().of(wish.caseId());
        if (inquiry == null) {
            return refused(CASE_UNKNOWN, wish.caseId());
        }
        if (!inquiry.open()) {
            return refused(CASE_CLOSED, wish.caseId());
        }
        if (inquiry.isReferred()) {
            return refused(CASE_REFERRED, inquiry.id()).with("to", inquiry.referredTo()).with("since", inquiry.referredOn());
        }
        if (moment.effectiveDate().isBefore(inquiry.openedOn())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.caseId())
                    .with("date", moment.effectiveDate())
                    .with("determined", inquiry.openedOn());
        }
        return accepted(new CaseReferred(inquiry.id(), inquiry.division(), inquiry.institution(), wish.to(), wish.grounds()));
    }
}
