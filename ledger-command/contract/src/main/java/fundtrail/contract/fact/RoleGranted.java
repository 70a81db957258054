package fundtrail.contract.fact;

import fundtrail.contract.Body;
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
 * @param body        the body for which it is held
 * @param institution for a role held at one institution; of a finance centre the one at which it is, by which its
 *                    community is known, if any; else absent
 */
public record RoleGranted(PersonRef person, Role role, DivisionCode division, Body body, InstitutionId institution)
        implements Fact {
    public RoleGranted {
        if (person == null || role == null || division == null || body == null) {
            throw new IllegalArgumentException("a role needs its person, its division and its body");
        }
        if (!role.canBeOf(body)) {
            throw new IllegalArgumentException("role " + role + " is not held for " + body);
        }
        if (institution == null ? role.isOfInstitution() : !role.canBeAtInstitution()) {
            throw new IllegalArgumentException(
                    "role " + role + (institution == null ? " is held at an institution: name it" : " is held in a division, at no institution"));
        }
    }

    /** For the role's own body. */
    public RoleGranted(PersonRef person, Role role, DivisionCode division, InstitutionId institution) {
        this(person, role, division, role.body(), institution);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PERSON, person).and(Tags.INSTITUTION, institution).set();
    }
}
