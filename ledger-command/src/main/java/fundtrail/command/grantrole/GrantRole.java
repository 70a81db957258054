package fundtrail.command.grantrole;

import fundtrail.command.decide.Command;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Role;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;

/** Gives a person a role from its recording on. Fields as in {@link RoleGranted}. */
public record GrantRole(PersonRef person, Role role, DivisionCode division, @MayBeAbsent InstitutionId institution)
        implements Command {
    /** @throws IllegalArgumentException when a role of an institution names none, or another role names one */
    public GrantRole {
        if (person != null && role != null && division != null) {
            new RoleGranted(person, role, division, institution);
        }
    }
}
