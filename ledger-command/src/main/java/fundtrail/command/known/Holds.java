package fundtrail.command.known;

import fundtrail.contract.Entry;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Payment holds. */
public final class Holds {
    /** A hold, all who signed its placing, and whether it still stands. */
    public record Hold(PaymentHoldPlaced placed, Set<PersonRef> placedBy, boolean released) {
        /** Whether it refuses on that day: not released, and its last day not past. */
        public boolean standsOn(LocalDate today) {
            return !released && !placed.expiresOn().isBefore(today);
        }
    }

    private final Table<HoldId, Hold> holds;
    private final Table<InstitutionId, List<HoldId>> unreleased;

    Holds(Journal journal) {
        holds = new Table<>(journal);
        unreleased = new Table<>(journal);
    }

    public Hold get(HoldId id) {
        return holds.get(id);
    }

    /** The holds that stand on the institution today, by id. */
    public List<PaymentHoldPlaced> on(InstitutionId institution, LocalDate today) {
        return unreleased.getOrDefault(institution, List.of()).stream()
                .map(holds::get)
                .filter(hold -> hold.standsOn(today))
                .map(Hold::placed)
                .sorted(Comparator.comparing(hold -> hold.hold().value()))
                .toList();
    }

    void fold(PaymentHoldPlaced fact, Entry entry) {
        holds.put(fact.hold(), new Hold(fact, entry.envelope().hands(), false));
        List<HoldId> more = new ArrayList<>(unreleased.getOrDefault(fact.institution(), List.of()));
        more.add(fact.hold());
        unreleased.put(fact.institution(), List.copyOf(more));
    }

    void fold(PaymentHoldReleased fact) {
        Hold hold = holds.get(fact.hold());
        holds.put(fact.hold(), new Hold(hold.placed(), hold.placedBy(), true));
        unreleased.put(fact.institution(), unreleased.get(fact.institution()).stream()
                .filter(id -> !id.equals(fact.hold()))
                .toList());
    }
}
