package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.Set;

/**
 * 检查问题: what an inspection found. It posts nothing.
 *
 * @param caseId       the case it belongs to; absent of an inspection without one
 * @param inspectedOn  the day of the inspection
 * @param evidenceHash SHA-256 of the evidence, which lies outside the ledger; may be absent
 */
public record InspectionFindingRecorded(
        FindingId finding,
        DivisionCode division,
        InstitutionId institution,
        @MayBeAbsent CaseId caseId,
        LocalDate inspectedOn,
        String found,
        @MayBeAbsent String evidenceHash)
        implements Fact {
    public InspectionFindingRecorded {
        Text.required("what was found", found, 400);
        if (inspectedOn == null) {
            throw new IllegalArgumentException("a finding says on which day it was made");
        }
        if (evidenceHash != null) {
            Text.sha256("evidence", evidenceHash);
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.FINDING, finding).and(Tags.INSTITUTION, institution).and(Tags.CASE, caseId).set();
    }
}
