package fundtrail.command.known;

import fundtrail.contract.Entry;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Payment holds. */
public final class Holds {
    /** A hold, who placed it, and whether it still stands. */
    public record Hold(PaymentHoldPlaced placed, PersonRef placedBy, boolean released) {
        /** Whether it refuses on that day: not released, and its last day not past. */
        public boolean standsOn(LocalDate today) {
            return !released && !placed.expiresOn().isBefore(today);
        }
    }

    private final Table<HoldId, Hold> holds;

    Holds(Journal journal) {
        holds = new Table<>(journal);
    }

    public Hold get(HoldId id) {
        return holds.get(id);
    }

    /** The holds that stand today against a payment to either institution under the programme, by id. */
    public List<PaymentHoldPlaced> against(
            InstitutionId beneficiary, InstitutionId payee, ProgrammeCode programme, LocalDate today) {
        return holds.values().stream()
                .filter(hold -> hold.standsOn(today))
                .map(Hold::placed)
                .filter(hold -> hold.institution().equals(beneficiary) || hold.institution().equals(payee))
                .filter(hold -> hold.programme() == null || hold.programme().equals(programme))
                .sorted(Comparator.comparing(hold -> hold.hold().value()))
                .toList();
    }

    void fold(PaymentHoldPlaced fact, Entry entry) {
        holds.put(fact.hold(), new Hold(fact, new PersonRef(entry.envelope().actor()), false));
    }

    void fold(PaymentHoldReleased fact) {
        Hold hold = holds.get(fact.hold());
        holds.put(fact.hold(), new Hold(hold.placed(), hold.placedBy(), true));
    }
}
