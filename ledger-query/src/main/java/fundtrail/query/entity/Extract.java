package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.AuditExtractIssued.IssuedFile;
import fundtrail.contract.fact.AuditExtractIssued.Kind;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.time.Instant;

/**
 * What of the ledger was handed out to somebody, the case file somebody opened, or that somebody read stored bytes.
 *
 * @param person to whom
 */
public record Extract(
        Kind kind,
        DivisionCode division,
        @MayBeAbsent InstitutionId institution,
        @MayBeAbsent CaseId caseId,
        String query,
        @MayBeAbsent IssuedFile file,
        PersonRef person,
        Instant recordedAt) {
    /** By its position, with leading zeros, so that a list is in the order of reading. */
    public static String id(long position) {
        return "%019d".formatted(position);
    }
}
