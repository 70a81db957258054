package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.DelegationGranted;
import fundtrail.contract.fact.DelegationRevoked;
import fundtrail.contract.id.DelegationId;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Who may sign in whose stead. */
public final class Delegations implements Room {
    /** A delegation, and whether it was revoked. */
    public record Delegation(DelegationGranted granted, boolean revoked) {
        /** Whether it can still be used, today or later. */
        public boolean isOpen(LocalDate today) {
            return !revoked && !granted.validUntil().isBefore(today);
        }
    }

    private final Table<DelegationId, Delegation> delegations;
    private final Table<PersonRef, List<DelegationId>> byDelegate;

    Delegations(Memory memory) {
        delegations = new Table<>(memory, "delegations", Forms.DELEGATION, Form.json(Delegation.class));
        byDelegate = new Table<>(memory, "delegates", Forms.PERSON, Form.list(DelegationId.class));
    }

    /** The delegation, or {@code null}. */
    public Delegation get(DelegationId id) {
        return delegations.get(id);
    }

    /** What the person may sign for others, now or later, in the order in which it was granted. */
    public List<DelegationGranted> of(PersonRef delegate) {
        return byDelegate.getOrDefault(delegate, List.of()).stream()
                .map(id -> delegations.get(id).granted())
                .toList();
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case DelegationGranted fact -> fold(fact);
            case DelegationRevoked fact -> fold(fact);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void fold(DelegationGranted fact) {
        delegations.put(fact.delegation(), new Delegation(fact, false));
        List<DelegationId> more = new ArrayList<>(byDelegate.getOrDefault(fact.to(), List.of()));
        more.add(fact.delegation());
        byDelegate.put(fact.to(), List.copyOf(more));
    }

    private void fold(DelegationRevoked fact) {
        delegations.put(fact.delegation(), new Delegation(delegations.get(fact.delegation()).granted(), true));
        byDelegate.put(fact.to(), byDelegate.get(fact.to()).stream()
                .filter(id -> !id.equals(fact.delegation()))
                .toList());
    }
}
