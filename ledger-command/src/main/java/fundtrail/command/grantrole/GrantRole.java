package fundtrail.command.grantrole;

import fundtrail.command.decide.Command;
import fundtrail.contract.Body;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;

/**
 * Gives a person a role from its recording on. Fields as in {@link RoleGranted}.
 *
 * @param body absent: the role's own
 */
public record GrantRole(
        PersonRef person, Role role, DivisionCode division, @MayBeAbsent Body body, @MayBeAbsent InstitutionId institution)
        implements Command {
    /** @throws IllegalArgumentException when a role of an institution names none or another role names one, or the body cannot hold the role */
    public GrantRole {
        if (person != null && role != null && division != null) {
            new RoleGranted(person, role, division, body == null ? role.body() : body, institution);
        }
    }

    /** For the role's own body. */
    public GrantRole(PersonRef person, Role role, DivisionCode division, InstitutionId institution) {
        this(person, role, division, null, institution);
    }

    RoleGranted granted() {
        return new RoleGranted(person, role, division, body == null ? role.body() : body, institution);
    }
}
