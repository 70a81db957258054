package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.InstitutionId;
import java.util.Set;

/**
 * What goes over to the legal successor (合并结转), in parts that fit an entry; {@link InstitutionMerged} closes them in the
 * same append. Of each balance a line in red on the institution that ends, and the same on its successor. Its allotments go
 * over whole: all lines that name one are then of the successor.
 *
 * @param part from 1
 */
public record InstitutionMergedRows(InstitutionId from, InstitutionId into, int part, Lines lines) implements Fact {
    public InstitutionMergedRows {
        if (from == null || into == null || from.equals(into) || part < 1) {
            throw new IllegalArgumentException("a part of a merger needs two different institutions and its number");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.INSTITUTION, from).and(Tags.INSTITUTION, into).set();
    }
}
