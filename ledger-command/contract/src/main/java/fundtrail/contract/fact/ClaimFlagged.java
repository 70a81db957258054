package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ReportId;
import java.util.Set;

/**
 * 疑点标记: a claim on money is suspected. It posts nothing. The claim is a row of reported work; or so many heads of a
 * capitation payment, which then is a claim by this fact.
 *
 * @param report        where the claim was reported; absent of heads
 * @param inventedHeads how many heads are suspected of not being there, above 0; absent of reported work
 * @param evidenceHash  SHA-256 of the evidence, which lies outside the ledger; may be absent
 * @param alert         the lead that was followed; absent where none was
 */
public record ClaimFlagged(
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
        @MayBeAbsent AlertRef alert)
        implements Fact {
    public ClaimFlagged {
        Text.required("reason", reason, 400);
        if (evidenceHash != null) {
            Text.sha256("evidence", evidenceHash);
        }
        if (fraud == null || (report == null) == (inventedHeads == null) || inventedHeads != null && inventedHeads < 1) {
            throw new IllegalArgumentException("a flag names the fraud, and either the claim's report or heads above 0");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.CLAIM, claim)
                .and(Tags.INSTITUTION, institution)
                .and(Tags.PROGRAMME, programme)
                .and(Tags.REPORT, report)
                .set();
    }
}
