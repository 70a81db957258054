package fundtrail.command.revokerole;

import fundtrail.command.decide.Command;
import fundtrail.contract.Body;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;

/**
 * Takes a role from a person from its recording on. Fields as in {@link RoleRevoked}.
 *
 * @param body absent: the role's own
 */
public record RevokeRole(
        PersonRef person, Role role, DivisionCode division, @MayBeAbsent Body body, @MayBeAbsent InstitutionId institution)
        implements Command {
    /** @throws IllegalArgumentException when a role of an institution names none or another role names one, or the body cannot hold the role */
    public RevokeRole {
        if (person != null && role != null && division != null) {
            new RoleRevoked(person, role, division, body == null ? role.body() : body, institution);
        }
    }

    /** For the role's own body. */
    public RevokeRole(PersonRef person, Role role, DivisionCode division, InstitutionId institution) {
        this(person, role, division, null, institution);
    }

    RoleRevoked revoked() {
        return new RoleRevoked(person, role, division, body == null ? role.body() : body, institution);
    }
}
