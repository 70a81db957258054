package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * 整改确认: what was found has been put right.
 *
 * @param outcome      how that was seen
 * @param evidenceHash SHA-256 of the evidence, which lies outside the ledger; may be absent
 */
public record RectificationConfirmed(
        FindingId finding,
        DivisionCode division,
        InstitutionId institution,
        String outcome,
        @MayBeAbsent String evidenceHash)
        implements Fact {
    public RectificationConfirmed {
        Text.required("outcome", outcome, 400);
        if (evidenceHash != null) {
            Text.sha256("evidence", evidenceHash);
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.FINDING, finding).and(Tags.INSTITUTION, institution).set();
    }
}
