package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * 机构合并: one institution goes on in another, its legal successor: what stood against it stands against that one, and what
 * it has, owes and is owed goes over by the lines in the parts before it.
 *
 * @param from      the institution that ends
 * @param into      its legal successor
 * @param parts     how many parts of lines precede it; none where nothing stood in its name
 * @param rowCount  how many balances went over
 * @param linesHash SHA-256 over the canonical array of all their lines
 */
public record InstitutionMerged(InstitutionId from, InstitutionId into, int parts, int rowCount, String linesHash) implements Fact {
    public InstitutionMerged {
        if (from == null || into == null || from.equals(into)) {
            throw new IllegalArgumentException("a merger needs two different institutions");
        }
        Text.sha256("lines of the merger", linesHash);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.INSTITUTION, from).and(Tags.INSTITUTION, into).set();
    }
}
