package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import fundtrail.contract.fact.PersonErased;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.RoleRevoked;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PersonRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Registered persons and the roles they hold now. */
public final class People implements Room {
    /** The command that gives people their roles: while it can be signed, every other can be made so again. */
    public static final String GRANTING = "GrantRole";

    private record Registered(PersonRegistered fact, long position) {}

    private record Erased(PersonRef person, long position) {}

    private final Table<PersonRef, Registered> persons;
    private final Table<PersonRef, Erased> erased;
    private final Table<String, PersonRef> registryHashes;
    private final Table<PersonRef, Set<RoleGranted>> grants;

    People(Memory memory) {
        persons = new Table<>(memory, "persons", Forms.PERSON, Form.json(Registered.class));
        erased = new Table<>(memory, "erased", Forms.PERSON, Form.json(Erased.class));
        registryHashes = new Table<>(memory, "registryHashes", Form.TEXT, Forms.PERSON);
        grants = new Table<>(memory, "grants", Forms.PERSON, Form.set(RoleGranted.class));
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case PersonRegistered fact -> fold(fact, entry.position());
            case PersonErased fact -> fold(fact, entry.position());
            case RoleGranted fact -> fold(fact);
            case RoleRevoked fact -> fold(fact);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void fold(PersonRegistered fact, long position) {
        persons.put(fact.person(), new Registered(fact, position));
        registryHashes.put(fact.registryHash(), fact.person());
    }

    private void fold(PersonErased fact, long position) {
        erased.put(fact.person(), new Erased(fact.person(), position));
    }

    private void fold(RoleGranted fact) {
        Set<RoleGranted> held = new HashSet<>(grantsOf(fact.person()));
        held.add(fact);
        grants.put(fact.person(), Set.copyOf(held));
    }

    private void fold(RoleRevoked fact) {
        Set<RoleGranted> held = new HashSet<>(grantsOf(fact.person()));
        held.remove(new RoleGranted(fact.person(), fact.role(), fact.division(), fact.body(), fact.institution()));
        grants.put(fact.person(), Set.copyOf(held));
    }

    /** The last registration, or {@code null}: also when the person was erased, so that an erased person is nobody. */
    public PersonRegistered person(PersonRef person) {
        return erased.has(person) || !persons.has(person) ? null : persons.get(person).fact();
    }

    /** Whether the person's last registration names this row, and stands at this position or before. */
    public boolean isRegisteredUpTo(long position, PersonRef person, String registryHash) {
        PersonRegistered last = person(person);
        return last != null && last.registryHash().equals(registryHash) && persons.get(person).position() <= position;
    }

    /** Whether the reference was ever a person's, erased or not. */
    public boolean hasRegistered(PersonRef person) {
        return persons.has(person);
    }

    /** Whom the facts up to this position erased. */
    public List<PersonRef> erasedUpTo(long position) {
        return erased.values().stream().filter(one -> one.position() <= position).map(Erased::person).toList();
    }

    /** The person registered with this hash of the registry row, now or once, or {@code null}. */
    public PersonRef withRegistryHash(String registryHash) {
        return registryHashes.get(registryHash);
    }

    public Set<RoleGranted> grantsOf(PersonRef person) {
        return grants.getOrDefault(person, Set.of());
    }

    /** Whether the person holds one of the roles anywhere. */
    public boolean holds(PersonRef person, Collection<Role> anyOf) {
        return grantsOf(person).stream().anyMatch(grant -> anyOf.contains(grant.role()));
    }

    /**
     * Whether there are as many different people in the division as the command needs hands, each with a role for one:
     * for any of its hands there are together as many people as hands (Hall 1935), and there are three hands at most.
     *
     * @param row     {@code null} for a command that nobody may sign
     * @param without a grant that does not count; {@code null} when all do
     */
    public boolean canSign(Row row, DivisionCode division, RoleGranted without) {
        if (row == null) {
            return false;
        }
        List<Set<PersonRef>> hands = row.hands().stream().map(hand -> able(hand, division, without)).toList();
        for (int some = 1; some < 1 << hands.size(); some++) {
            Set<PersonRef> together = new HashSet<>();
            for (int hand = 0; hand < hands.size(); hand++) {
                if ((some >> hand & 1) == 1) {
                    together.addAll(hands.get(hand));
                }
            }
            if (together.size() < Integer.bitCount(some)) {
                return false;
            }
        }
        return true;
    }

    private Set<PersonRef> able(List<Signer> hand, DivisionCode division, RoleGranted without) {
        return grants.values().stream()
                .flatMap(Set::stream)
                .filter(grant -> grant.division().equals(division) && !grant.equals(without))
                .filter(grant -> hand.stream().anyMatch(signer -> signer.means(grant.role(), grant.body())))
                .map(RoleGranted::person)
                .collect(Collectors.toSet());
    }
}
