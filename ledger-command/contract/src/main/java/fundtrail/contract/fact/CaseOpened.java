package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import java.util.Set;

/**
 * 立案: flagged claims of one institution are inquired into together.
 *
 * @param subject what the case is about
 * @param claims  each flagged and in no other open case; together at most 24 KiB
 */
public record CaseOpened(CaseId caseId, DivisionCode division, InstitutionId institution, String subject, List<ClaimId> claims)
        implements Fact {
    public CaseOpened {
        Text.required("subject", subject, 400);
        claims = List.copyOf(claims);
        if (claims.isEmpty()) {
            throw new IllegalArgumentException("a case is about one claim or more");
        }
        Json.fits("claims", claims);
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(Tags.CASE, caseId).and(Tags.INSTITUTION, institution);
        claims.forEach(claim -> tags.and(Tags.CLAIM, claim));
        return tags.set();
    }
}
