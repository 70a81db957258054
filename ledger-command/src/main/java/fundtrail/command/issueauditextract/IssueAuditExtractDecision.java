package fundtrail.command.issueauditextract;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.CASE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Known;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuditExtractIssued;
import fundtrail.contract.id.DivisionCode;

/**
 * What it names must be there, and a case be the division's and open to its reader: one that is not, and one that there never
 * was, are one answer. What else the reader may see is cut by the reading side.
 */
public final class IssueAuditExtractDecision {
    private IssueAuditExtractDecision() {}

    public static Decision decide(IssueAuditExtract wish, Moment moment, Known known) {
        if (wish.institution() != null && known.divisionOf(wish.institution()) == null) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        if (wish.caseId() != null && !isOpenTo(moment, known.recoveries().cases().of(wish.caseId()), wish.division(), known)) {
            return refused(CASE_UNKNOWN, wish.caseId());
        }
        return accepted(new AuditExtractIssued(
                wish.kind(), wish.division(), wish.institution(), wish.caseId(), wish.query(), wish.file()));
    }

    /** To the division's inspectors and auditors; to its legal officers once something is found in it or clawed back. */
    private static boolean isOpenTo(Moment moment, Case inquiry, DivisionCode division, Known known) {
        if (inquiry == null || !inquiry.division().equals(division)) {
            return false;
        }
        boolean judged = !inquiry.clawbacks().isEmpty() || known.recoveries().findings().isInspected(inquiry.id());
        return moment.hands().stream().flatMap(hand -> known.people().grantsOf(hand).stream())
                .filter(held -> held.division().equals(division))
                .anyMatch(held -> held.role() == Role.IN || held.role() == Role.AU || held.role() == Role.LO && judged);
    }
}
