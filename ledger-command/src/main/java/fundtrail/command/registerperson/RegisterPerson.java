package fundtrail.command.registerperson;

import fundtrail.command.decide.Command;
import fundtrail.contract.Text;
import fundtrail.contract.id.PersonRef;

/**
 * Registers a person, whose row stands in the people registry; or one who is registered, anew: with another post, name or
 * sign-in, the roles stay. Counts from its recording on, like all that is about people. Fields as in
 * {@link fundtrail.contract.fact.PersonRegistered}.
 */
public record RegisterPerson(PersonRef person, String registryHash) implements Command {
    public RegisterPerson {
        if (registryHash != null) {
            Text.sha256("registry row", registryHash);
        }
    }
}
