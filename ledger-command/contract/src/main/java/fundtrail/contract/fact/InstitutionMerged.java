package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * 机构合并: one institution goes on in another, its legal successor: what stood against it stands against that one.
 *
 * @param from the institution that ends
 * @param into its legal successor
 */
public record InstitutionMerged(InstitutionId from, InstitutionId into) implements Fact {
    public InstitutionMerged {
        if (from == null || into == null || from.equals(into)) {
            throw new IllegalArgumentException("a merger needs two different institutions");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.INSTITUTION, from).and(Tags.INSTITUTION, into).set();
    }
}
