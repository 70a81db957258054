package fundtrail.command.issueauditextract;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.CASE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.contract.fact.AuditExtractIssued;

/** What it names must be there, and a case be the division's; what its reader may see is cut by the reading side. */
public final class IssueAuditExtractDecision {
    private IssueAuditExtractDecision() {}

    public static Decision decide(IssueAuditExtract wish, Moment moment, Known known) {
        if (wish.institution() != null && known.divisionOf(wish.institution()) == null) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        if (wish.caseId() != null && !wish.division().equals(known.recoveries().cases().divisionOf(wish.caseId()))) {
            return refused(CASE_UNKNOWN, wish.caseId());
        }
        return accepted(new AuditExtractIssued(
                wish.kind(), wish.division(), wish.institution(), wish.caseId(), wish.query(), wish.file()));
    }
}
