package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import java.util.Set;

/**
 * 暂停依据: what a hold is about. Recorded beside the hold, as those who are told of the hold are not told of the case.
 *
 * @param caseId the case it belongs to; absent where it belongs to none
 * @param claims the flagged claims it holds back, which come to the hold's amount; absent where it is not about claims;
 *               together at most 12 KiB
 */
public record PaymentHoldGrounded(
        HoldId hold,
        DivisionCode division,
        InstitutionId institution,
        @MayBeAbsent CaseId caseId,
        @MayBeAbsent List<ClaimId> claims)
        implements Fact {
    private static final int MOST_BYTES = 12 * 1024;

    public PaymentHoldGrounded {
        if (caseId == null && claims == null || claims != null && claims.isEmpty()) {
            throw new IllegalArgumentException("a hold rests on a case, or on one claim or more, or on both");
        }
        if (claims != null) {
            claims = List.copyOf(claims);
            Json.fits("claims", claims, MOST_BYTES);
        }
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(Tags.HOLD, hold).and(Tags.INSTITUTION, institution).and(Tags.CASE, caseId);
        if (claims != null) {
            claims.forEach(claim -> tags.and(Tags.CLAIM, claim));
        }
        return tags.set();
    }
}
