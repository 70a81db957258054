package fundtrail.command.known;

import fundtrail.contract.Role;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Registered persons and the roles they hold now. */
public final class People {
    /** The command that gives people their roles: while it can be signed, every other can be made so again. */
    public static final String GRANTING = "GrantRole";

    private final Table<PersonRef, PersonRegistered> persons;
    private final Table<String, PersonRef> registryHashes;
    private final Table<PersonRef, Set<RoleGranted>> grants;

    People(Journal journal) {
        persons = new Table<>(journal);
        registryHashes = new Table<>(journal);
        grants = new Table<>(journal);
    }

    void fold(PersonRegistered fact) {
        persons.put(fact.person(), fact);
        registryHashes.put(fact.registryHash(), fact.person());
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

    /** The person registered with this hash of the registry row, or {@code null}. */
    public PersonRef withRegistryHash(String registryHash) {
        return registryHashes.get(registryHash);
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

    /**
     * Whether there are as many different people in the division as these signatures need, each with a role for one.
     *
     * @param signatures {@code null} for a command that nobody may sign
     * @param without    a grant that does not count; {@code null} when all do
     */
    public boolean canSign(List<Set<Role>> signatures, DivisionCode division, RoleGranted without) {
        return signatures != null && canSign(signatures, division, without, Set.of());
    }

    private boolean canSign(
            List<Set<Role>> signatures, DivisionCode division, RoleGranted without, Set<PersonRef> signed) {
        if (signatures.size() == signed.size()) {
            return true;
        }
        Set<Role> next = signatures.get(signed.size());
        return grants.values().stream()
                .flatMap(Set::stream)
                .filter(grant -> next.contains(grant.role()) && grant.division().equals(division))
                .filter(grant -> !grant.equals(without) && !signed.contains(grant.person()))
                .anyMatch(grant -> {
                    Set<PersonRef> more = new HashSet<>(signed);
                    more.add(grant.person());
                    return canSign(signatures, division, without, more);
                });
    }
}
