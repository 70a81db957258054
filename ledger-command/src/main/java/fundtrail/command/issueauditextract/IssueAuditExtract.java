package fundtrail.command.issueauditextract;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.AuditExtractIssued;
import fundtrail.contract.fact.AuditExtractIssued.IssuedFile;
import fundtrail.contract.fact.AuditExtractIssued.Kind;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;

/**
 * Puts on record that its author is about to be handed an extract, opens a case file, or reads stored bytes (审计取数). The reading side asks
 * for it with its reader's own token. Fields as in {@link AuditExtractIssued}.
 */
public record IssueAuditExtract(
        Kind kind,
        DivisionCode division,
        @MayBeAbsent InstitutionId institution,
        @MayBeAbsent CaseId caseId,
        String query,
        @MayBeAbsent IssuedFile file)
        implements Command {
    public IssueAuditExtract {
        Form.text("query", query, AuditExtractIssued.LONGEST_QUERY);
        if (kind != null) {
            AuditExtractIssued.requireWhole(kind, caseId, file);
        }
    }
}
