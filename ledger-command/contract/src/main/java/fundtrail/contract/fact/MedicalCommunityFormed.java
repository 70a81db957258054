package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 医共体组建: institutions of one division under a lead hospital (牵头医院).
 *
 * @param members   at least two, each once, the lead among them
 * @param validFrom the first day; an institution is in one community at a time
 */
public record MedicalCommunityFormed(
        CommunityId community, String name, DivisionCode division, InstitutionId lead, List<InstitutionId> members, LocalDate validFrom)
        implements Fact {
    public MedicalCommunityFormed {
        if (community == null || division == null || lead == null || validFrom == null) {
            throw new IllegalArgumentException("a medical community needs its id, division, lead and first day");
        }
        Text.required("community name", name, 120);
        members = List.copyOf(members);
        if (members.size() < 2 || new HashSet<>(members).size() < members.size() || !members.contains(lead)) {
            throw new IllegalArgumentException("a medical community has two members or more, each once, and its lead is one of them");
        }
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(Tags.COMMUNITY, community);
        members.forEach(member -> tags.and(Tags.INSTITUTION, member));
        return tags.set();
    }
}
