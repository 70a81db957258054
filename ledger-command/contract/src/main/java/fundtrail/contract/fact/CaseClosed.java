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
 * 结案: nothing of the case is open any more. Its claims may come into another case.
 *
 * @param conclusion what was found, and what became of it
 */
public record CaseClosed(CaseId caseId, DivisionCode division, InstitutionId institution, String conclusion) implements Fact {
    public CaseClosed {
        Text.required("conclusion", conclusion, 400);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.CASE, caseId).and(Tags.INSTITUTION, institution).set();
    }
}
