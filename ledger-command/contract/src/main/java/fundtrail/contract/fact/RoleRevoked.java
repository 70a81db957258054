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
 * 撤销角色: from its recording on, the person may no longer act in the role.
 *
 * @param division    the jurisdiction
 * @param body        the body for which it is held
 * @param institution as it was granted
 */
public record RoleRevoked(PersonRef person, Role role, DivisionCode division, Body body, InstitutionId institution)
        implements Fact {
    public RoleRevoked {
        new RoleGranted(person, role, division, body, institution); // what cannot be granted cannot be revoked
    }

    /** For the role's own body. */
    public RoleRevoked(PersonRef person, Role role, DivisionCode division, InstitutionId institution) {
        this(person, role, division, role.body(), institution);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PERSON, person).and(Tags.INSTITUTION, institution).set();
    }
}
