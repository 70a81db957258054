package fundtrail.query.entity;

import fundtrail.contract.id.CommunityId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A medical community, with each of its changes.
 *
 * @param stages who led it and who belonged to it, from when on; first to last
 */
public record Community(CommunityId community, String name, DivisionCode division, List<Stage> stages) {
    /** A community from a day until its next stage. */
    public record Stage(LocalDate validFrom, InstitutionId lead, List<InstitutionId> members) {
        public Stage {
            members = List.copyOf(members);
        }
    }

    public Community {
        stages = List.copyOf(stages);
    }

    /** From a day on with others in it, and led by another unless {@code lead} is null. */
    public Community changed(LocalDate validFrom, List<InstitutionId> joins, List<InstitutionId> leaves, InstitutionId lead) {
        Stage last = stages.getLast();
        List<InstitutionId> members = new ArrayList<>(last.members());
        members.removeAll(leaves);
        members.addAll(joins);
        List<Stage> more = new ArrayList<>(stages);
        more.add(new Stage(validFrom, lead == null ? last.lead() : lead, members));
        return new Community(community, name, division, more);
    }

    /** Whether it was formed by a day. */
    public boolean isKnownOn(LocalDate day) {
        return !stages.getFirst().validFrom().isAfter(day);
    }

    /** The stage that holds on a day on which it is formed. */
    public Stage on(LocalDate day) {
        return stages.stream().filter(stage -> !stage.validFrom().isAfter(day)).reduce((earlier, later) -> later).orElseThrow();
    }
}
