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
 * 移送: a case goes to the police, the procuratorate or discipline inspection. Until that body has answered, nothing that
 * belongs to the case is erased, written off or closed.
 *
 * @param to      the body it goes to
 * @param grounds why it is theirs
 */
public record CaseReferred(CaseId caseId, DivisionCode division, InstitutionId institution, String to, String grounds) implements Fact {
    public CaseReferred {
        Text.required("the body", to, 200);
        Text.required("grounds", grounds, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.CASE, caseId).and(Tags.INSTITUTION, institution).set();
    }
}
