package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.AlertRef;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ReportId;
import java.time.LocalDate;

/**
 * A claim under suspicion.
 *
 * @param report        where it was reported; absent of heads
 * @param inventedHeads how many heads are suspected of not being there; absent of reported work
 * @param evidenceHash  SHA-256 of the evidence, which lies outside the ledger; may be absent
 * @param alert         the lead that was followed; absent where none was
 * @param caseId        the case it was last taken into; absent before
 * @param flaggedAt     the position of the flag
 * @param flaggedOn     the day it counts from
 */
public record Flag(
        ClaimId claim,
        DivisionCode division,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        @MayBeAbsent ReportId report,
        @MayBeAbsent Integer inventedHeads,
        FraudType fraud,
        String reason,
        @MayBeAbsent String evidenceHash,
        @MayBeAbsent AlertRef alert,
        @MayBeAbsent CaseId caseId,
        long flaggedAt,
        LocalDate flaggedOn) {

    public Flag in(CaseId opened) {
        return new Flag(claim, division, institution, programme, budgetYear, report, inventedHeads, fraud, reason, evidenceHash, alert, opened,
                flaggedAt, flaggedOn);
    }
}
