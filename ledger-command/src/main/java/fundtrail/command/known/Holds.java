package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
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

/** Payment holds. */
public final class Holds implements Room {
    /** A hold, all who signed its placing, and whether it still stands. */
    public record Hold(PaymentHoldPlaced placed, List<PersonRef> placedBy, boolean released) {
        /** Whether it refuses on that day: not released, and its last day not past. */
        public boolean standsOn(LocalDate today) {
            return !released && !placed.expiresOn().isBefore(today);
        }
    }

    private final Table<HoldId, Hold> holds;
    private final Table<InstitutionId, List<HoldId>> unreleased;

    Holds(Memory memory) {
        holds = new Table<>(memory, "holds", Forms.HOLD, Form.json(Hold.class));
        unreleased = new Table<>(memory, "unreleasedHolds", Forms.INSTITUTION, Form.list(HoldId.class));
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

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case PaymentHoldPlaced fact -> fold(fact, entry);
            case PaymentHoldReleased fact -> fold(fact);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void fold(PaymentHoldPlaced fact, Entry entry) {
        List<PersonRef> hands = entry.envelope().hands().stream().sorted(Comparator.comparing(PersonRef::value)).toList();
        holds.put(fact.hold(), new Hold(fact, hands, false));
        List<HoldId> more = new ArrayList<>(unreleased.getOrDefault(fact.institution(), List.of()));
        more.add(fact.hold());
        unreleased.put(fact.institution(), List.copyOf(more));
    }

    private void fold(PaymentHoldReleased fact) {
        Hold hold = holds.get(fact.hold());
        holds.put(fact.hold(), new Hold(hold.placed(), hold.placedBy(), true));
        unreleased.put(fact.institution(), unreleased.get(fact.institution()).stream()
                .filter(id -> !id.equals(fact.hold()))
                .toList());
    }
}
