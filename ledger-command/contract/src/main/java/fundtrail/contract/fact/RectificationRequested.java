package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.Set;

/**
 * 整改要求: the institution is told to put right what was found. It is not told of the case.
 *
 * @param measures what it is to do
 * @param dueOn    by when
 */
public record RectificationRequested(
        FindingId finding, DivisionCode division, InstitutionId institution, String measures, LocalDate dueOn)
        implements Fact {
    public RectificationRequested {
        Text.required("measures", measures, 400);
        if (dueOn == null) {
            throw new IllegalArgumentException("a request says by when");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.FINDING, finding).and(Tags.INSTITUTION, institution).set();
    }
}
