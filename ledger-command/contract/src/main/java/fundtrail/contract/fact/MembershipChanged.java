package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 医共体成员变更: who joins and who leaves a medical community, and who leads it, from a day on.
 *
 * @param joins     members from that day on
 * @param leaves    members up to the day before
 * @param lead      who leads from that day on; absent where that stays
 * @param validFrom later than the community's last change
 */
public record MembershipChanged(
        CommunityId community, List<InstitutionId> joins, List<InstitutionId> leaves, InstitutionId lead, LocalDate validFrom)
        implements Fact {
    public MembershipChanged {
        if (community == null || validFrom == null) {
            throw new IllegalArgumentException("a change of membership needs its community and its first day");
        }
        joins = List.copyOf(joins);
        leaves = List.copyOf(leaves);
        if (joins.isEmpty() && leaves.isEmpty() && lead == null) {
            throw new IllegalArgumentException("a change of membership changes something");
        }
    }

    /** Each institution it names, once. */
    public List<InstitutionId> concerned() {
        return Stream.of(joins.stream(), leaves.stream(), Stream.ofNullable(lead)).flatMap(each -> each).distinct().toList();
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(Tags.COMMUNITY, community);
        concerned().forEach(member -> tags.and(Tags.INSTITUTION, member));
        return tags.set();
    }
}
