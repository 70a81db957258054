package fundtrail.command.known;

import fundtrail.contract.Role;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Registered persons and the roles they hold now. */
public final class People {
    private final Table<PersonRef, PersonRegistered> persons;
    private final Table<PersonRef, Set<RoleGranted>> grants;

    People(Journal journal) {
        persons = new Table<>(journal);
        grants = new Table<>(journal);
    }

    void fold(PersonRegistered fact) {
        persons.put(fact.person(), fact);
    }

    void fold(RoleGranted fact) {
        Set<RoleGranted> held = new HashSet<>(grantsOf(fact.person()));
        held.add(fact);
        grants.put(fact.person(), Set.copyOf(held));
    }

    void fold(RoleRevoked fact) {
        Set<RoleGranted> held = new HashSet<>(grantsOf(fact.person()));
        held.remove(new RoleGranted(fact.person(), fact.role(), fact.division(), fact.institution()));
        grants.put(fact.person(), Set.copyOf(held));
    }

    /** The registration, or {@code null}. */
    public PersonRegistered person(PersonRef person) {
        return persons.get(person);
    }

    public Collection<PersonRegistered> all() {
        return persons.values();
    }

    public Set<RoleGranted> grantsOf(PersonRef person) {
        return grants.getOrDefault(person, Set.of());
    }

    /**
     * Which of the roles the person holds, first by the order of {@link Role}; {@code null} when none.
     *
     * @param division where it must be held; {@code null} for anywhere
     */
    public Role roleOf(PersonRef person, Set<Role> anyOf, DivisionCode division) {
        return grantsOf(person).stream()
                .filter(grant -> anyOf.contains(grant.role()) && (division == null || grant.division().equals(division)))
                .map(RoleGranted::role)
                .min(Role::compareTo)
                .orElse(null);
    }
}
