package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Role;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.util.Set;

/**
 * 授予角色: from its recording on, the person may act in the role.
 *
 * @param division    the jurisdiction
 * @param institution for a role held at one institution, and only then
 */
public record RoleGranted(PersonRef person, Role role, DivisionCode division, InstitutionId institution) implements Fact {
    public RoleGranted {
        if (person == null || role == null || division == null) {
            throw new IllegalArgumentException("a role needs its person and its division");
        }
        if (role.isOfInstitution() != (institution != null)) {
            throw new IllegalArgumentException(
                    "role " + role + (institution == null ? " is held at an institution: name it" : " is held in a division, at no institution"));
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PERSON, person).and(Tags.INSTITUTION, institution).set();
    }
}
