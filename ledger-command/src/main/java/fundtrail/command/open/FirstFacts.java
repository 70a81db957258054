package fundtrail.command.open;

import fundtrail.command.authority.DefaultMatrix;
import fundtrail.command.authority.DefaultRules;
import fundtrail.command.open.Opening.FirstPerson;
import fundtrail.command.people.PeopleRegistry;
import fundtrail.command.people.RegistryRow;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.LedgerOpened.Division;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.PersonRef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The facts at position 0 and following: which ledger, its first two people and their roles, rules and authority. */
final class FirstFacts {
    private FirstFacts() {}

    /** Stores the first two in the people registry, where it has not got them just so, and makes the facts that name them. */
    static List<Fact> of(Opening opening, Function<FirstPerson, RegistryRow> rows, PeopleRegistry people) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        facts.add(new LedgerOpened(
                opening.ledgerId(), opening.divisions(), opening.origin(), opening.purpose(), opening.timeZone()));
        for (FirstPerson first : opening.people()) {
            String hash = stored(first.person(), rows.apply(first), people);
            facts.add(new PersonRegistered(first.person(), hash));
            for (Division division : opening.divisions()) {
                facts.add(new RoleGranted(first.person(), first.role(), division.code(), null));
            }
        }
        facts.add(DefaultRules.ruleSet());
        facts.add(DefaultMatrix.matrix());
        return facts;
    }

    /** As the person's only row: one that waits beside another would be nobody's sign-in. */
    private static String stored(PersonRef person, RegistryRow row, PeopleRegistry people) throws SQLException {
        Optional<String> hash = people.put(person, row);
        if (hash.isEmpty() || !hash.equals(people.byRef(person).map(PeopleRegistry.Found::hash))) {
            throw new IllegalStateException(
                    "the people registry already has another row for " + person + " or its number or subject");
        }
        return hash.get();
    }
}
