package fundtrail.command.revokerole;

import fundtrail.command.decide.Command;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;

/** Takes a role from a person from its recording on. Fields as in {@link RoleRevoked}. */
public record RevokeRole(PersonRef person, Role role, DivisionCode division, @MayBeAbsent InstitutionId institution)
        implements Command {
    /** @throws IllegalArgumentException when a role of an institution names none, or another role names one */
    public RevokeRole {
        if (person != null && role != null && division != null) {
            new RoleRevoked(person, role, division, institution);
        }
    }
}
