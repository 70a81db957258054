package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * 移送办结: the body a case was referred to has answered; what belongs to the case is free again.
 *
 * @param outcome what that body decided
 */
public record ReferralConcluded(CaseId caseId, DivisionCode division, InstitutionId institution, String outcome) implements Fact {
    public ReferralConcluded {
        Text.required("outcome", outcome, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.CASE, caseId).and(Tags.INSTITUTION, institution).set();
    }
}
