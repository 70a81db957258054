package fundtrail.command.known;

import fundtrail.command.known.Clawback.Appeal;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.AppealDecided;
import fundtrail.contract.fact.AppealFiled;
import fundtrail.contract.fact.PaymentHoldGrounded;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.fact.PaymentHoldReviewed;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Payment holds. */
public final class Holds implements Room {
    /**
     * A hold.
     *
     * @param terms    as it was placed, with what its last review changed
     * @param placedBy all who signed its placing
     * @param appeal   where the appeal against it stands; once extended it can be appealed against anew
     */
    public record Hold(PaymentHoldPlaced terms, List<PersonRef> placedBy, boolean released, Appeal appeal) {
        /** Whether it refuses on that day: not released, and its last day not past. */
        public boolean standsOn(LocalDate today) {
            return !released && !terms.expiresOn().isBefore(today);
        }

        private Hold with(Appeal appeal) {
            return new Hold(terms, placedBy, released, appeal);
        }
    }

    private final Table<HoldId, Hold> holds;
    private final Table<InstitutionId, List<HoldId>> unreleased;
    private final Table<HoldId, PaymentHoldGrounded> grounds;
    private final Table<ClaimId, HoldId> ofClaim;
    private final Table<CaseId, List<HoldId>> ofCase;

    Holds(Memory memory) {
        holds = new Table<>(memory, "holds", Forms.HOLD, Form.json(Hold.class));
        unreleased = new Table<>(memory, "unreleasedHolds", Forms.INSTITUTION, Form.list(HoldId.class));
        grounds = new Table<>(memory, "holdGrounds", Forms.HOLD, Form.json(PaymentHoldGrounded.class));
        ofClaim = new Table<>(memory, "heldClaims", Forms.CLAIM, Forms.HOLD);
        ofCase = new Table<>(memory, "holdsOfCase", Forms.CASE, Form.list(HoldId.class));
    }

    /** The hold, standing or not, or {@code null}. */
    public Hold get(HoldId id) {
        return holds.get(id);
    }

    /** The case and the claims that it is about; {@code null} when it is about none. */
    public PaymentHoldGrounded groundOf(HoldId id) {
        return grounds.get(id);
    }

    /** The holds that stand on the institution today, by id. */
    public List<PaymentHoldPlaced> on(InstitutionId institution, LocalDate today) {
        return unreleased.getOrDefault(institution, List.of()).stream()
                .map(holds::get)
                .filter(hold -> hold.standsOn(today))
                .map(Hold::terms)
                .sorted(Comparator.comparing(hold -> hold.hold().value()))
                .toList();
    }

    /** The hold that holds the claim back today, or {@code null}. */
    public HoldId holding(ClaimId claim, LocalDate today) {
        HoldId id = ofClaim.get(claim);
        return id != null && get(id).standsOn(today) ? id : null;
    }

    /** The first hold of the case that stands today; {@code null} when none does. */
    public PaymentHoldPlaced standingIn(CaseId id, LocalDate today) {
        return ofCase.getOrDefault(id, List.of()).stream()
                .map(holds::get)
                .filter(hold -> hold.standsOn(today))
                .map(Hold::terms)
                .findFirst()
                .orElse(null);
    }

    /** The division of the institution held; {@code null} when there is no such hold. */
    public static DivisionCode divisionOf(HoldId id, Known known) {
        Hold hold = known.holds().get(id);
        return hold == null ? null : known.divisionOf(hold.terms().institution());
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case PaymentHoldPlaced fact -> fold(fact, entry);
            case PaymentHoldGrounded fact -> fold(fact);
            case PaymentHoldReviewed fact -> fold(fact);
            case PaymentHoldReleased fact -> fold(fact);
            case AppealFiled fact when fact.hold() != null -> holds.put(fact.hold(), get(fact.hold()).with(Appeal.PENDING));
            case AppealDecided fact when fact.hold() != null -> holds.put(fact.hold(), get(fact.hold()).with(Appeal.DECIDED));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void fold(PaymentHoldPlaced fact, Entry entry) {
        List<PersonRef> hands = entry.envelope().hands().stream().sorted(Comparator.comparing(PersonRef::value)).toList();
        holds.put(fact.hold(), new Hold(fact, hands, false, Appeal.NONE));
        List<HoldId> more = new ArrayList<>(unreleased.getOrDefault(fact.institution(), List.of()));
        more.add(fact.hold());
        unreleased.put(fact.institution(), List.copyOf(more));
    }

    private void fold(PaymentHoldGrounded fact) {
        grounds.put(fact.hold(), fact);
        if (fact.claims() != null) {
            fact.claims().forEach(claim -> ofClaim.put(claim, fact.hold()));
        }
        if (fact.caseId() != null) {
            List<HoldId> more = new ArrayList<>(ofCase.getOrDefault(fact.caseId(), List.of()));
            more.add(fact.hold());
            ofCase.put(fact.caseId(), List.copyOf(more));
        }
    }

    private void fold(PaymentHoldReviewed fact) {
        Hold hold = get(fact.hold());
        PaymentHoldPlaced terms = hold.terms();
        Appeal appeal = hold.appeal() == Appeal.DECIDED && fact.expiresOn().isAfter(terms.expiresOn()) ? Appeal.NONE : hold.appeal();
        holds.put(fact.hold(), new Hold(new PaymentHoldPlaced(terms.hold(), terms.institution(), terms.programme(), fact.amount(),
                terms.spares(), terms.legalBasis(), fact.reviewOn(), fact.expiresOn()),
                hold.placedBy(), hold.released(), appeal));
    }

    private void fold(PaymentHoldReleased fact) {
        Hold hold = holds.get(fact.hold());
        holds.put(fact.hold(), new Hold(hold.terms(), hold.placedBy(), true, hold.appeal()));
        unreleased.put(fact.institution(), unreleased.get(fact.institution()).stream()
                .filter(id -> !id.equals(fact.hold()))
                .toList());
    }
}
