package fundtrail.client.fsck.identity;

import fundtrail.contract.Money;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Exact sums in fen, and which of them changed since they were last looked at. */
final class Sums {
    /** All sums that are kept, of the divisions whose facts are all there. */
    static final class Kept {
        private final Set<DivisionCode> divisions;
        private final List<Sums> all = new ArrayList<>();
        private final List<Sums> ofLegalPersons = new ArrayList<>();

        Kept(Set<DivisionCode> divisions) {
            this.divisions = divisions;
        }

        Sums sums() {
            Sums sums = new Sums(divisions);
            all.add(sums);
            return sums;
        }

        /** Sums that follow an institution into its legal successor, by whatever name they were made under. */
        Sums ofLegalPersons() {
            Sums sums = sums();
            ofLegalPersons.add(sums);
            return sums;
        }

        void looked() {
            all.forEach(sums -> sums.changed.clear());
        }

        void merged(InstitutionId from, InstitutionId into) {
            ofLegalPersons.forEach(sums -> sums.merge(from, into));
        }
    }

    private final Set<DivisionCode> divisions;
    private final Map<Key, Long> fen = new HashMap<>();
    private final Set<Key> changed = new LinkedHashSet<>();
    private final Map<InstitutionId, InstitutionId> successors = new HashMap<>();

    private Sums(Set<DivisionCode> divisions) {
        this.divisions = divisions;
    }

    void add(Key key, long amount) {
        if (amount != 0 && divisions.contains(key.division())) {
            Key own = named(key);
            fen.merge(own, amount, Math::addExact);
            changed.add(own);
        }
    }

    void add(Key key, Money amount) {
        add(key, amount.fen());
    }

    void take(Key key, Money amount) {
        add(key, -amount.fen());
    }

    long of(Key key) {
        return fen.getOrDefault(named(key), 0L);
    }

    Money money(Key key) {
        return Money.ofFen(of(key));
    }

    Set<Key> changed() {
        return changed;
    }

    /** Of what there are sums, those that came to nothing again among them. */
    Set<Key> keys() {
        return fen.keySet();
    }

    private Key named(Key key) {
        InstitutionId name = key.institution();
        while (name != null && successors.containsKey(name)) {
            name = successors.get(name);
        }
        return name == key.institution() ? key : key.of(name, key.programme());
    }

    private void merge(InstitutionId from, InstitutionId into) {
        successors.put(from, into);
        for (Key key : new HashSet<>(fen.keySet())) {
            if (from.equals(key.institution())) {
                add(key, fen.remove(key));
                changed.remove(key);
            }
        }
    }
}
