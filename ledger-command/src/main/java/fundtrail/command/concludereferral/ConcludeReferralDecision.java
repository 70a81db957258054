package fundtrail.command.concludereferral;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.CASE_NOT_REFERRED;
import static fundtrail.command.decide.RefusalCode.CASE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.ReferralConcluded;

public final class ConcludeReferralDecision {
    private ConcludeReferralDecision() {}

    public static Decision decide(ConcludeReferral wish, Moment moment, Known known) {
        Case inquiry = known.recoveries().cases().of(wish.caseId());
        if (inquiry == null) {
            return refused(CASE_UNKNOWN, wish.caseId());
        }
        if (!inquiry.isReferred()) {
            return refused(CASE_NOT_REFERRED, wish.caseId());
        }
        if (moment.effectiveDate().isBefore(inquiry.referredOn())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.caseId())
                    .with("date", moment.effectiveDate())
                    .with("determined", inquiry.referredOn());
        }
        return accepted(new ReferralConcluded(inquiry.id(), inquiry.division(), inquiry.institution(), wish.outcome()));
    }
}
