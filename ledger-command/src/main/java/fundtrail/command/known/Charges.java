package fundtrail.command.known;

import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.ChargeCollected;
import fundtrail.contract.fact.ChargeWaived;
import fundtrail.contract.fact.InterestAccrued;
import fundtrail.contract.fact.PenaltyAssessed;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Penalties and interest, and what of each is still owed. */
public final class Charges implements Room {
    /**
     * A charge, whose debt to which source of which year it is, and what is still owed of it.
     *
     * @param clawback on what it is owed; absent where it stands by itself
     */
    public record Charge(
            ChargeId id, Purse debtor, LocalDate effectiveDate, Money open, @MayBeAbsent ClawbackId clawback) {
        public DivisionCode division() {
            return debtor.division();
        }

        public InstitutionId institution() {
            return debtor.institution();
        }
    }

    private final Table<ChargeId, Charge> charges;
    private final Table<ClawbackId, List<ChargeId>> ofClawback;
    private final Fingerprints bankRefs;

    Charges(Memory memory, Fingerprints bankRefs) {
        charges = new Table<>(memory, "charges", Forms.CHARGE, Form.json(Charge.class));
        ofClawback = new Table<>(memory, "chargesOfClawback", Forms.CLAWBACK, Form.list(ChargeId.class));
        this.bankRefs = bankRefs;
    }

    /** The charge, or {@code null}. */
    public Charge of(ChargeId id) {
        return charges.get(id);
    }

    /** The first of the claw-back's charges of which something is still owed, or {@code null}. */
    public Charge openOf(ClawbackId clawback) {
        return ofClawback.getOrDefault(clawback, List.of()).stream().map(charges::get).filter(one -> one.open().isPositive())
                .findFirst().orElse(null);
    }

    /** The division whose charge it is, or {@code null}. */
    public DivisionCode divisionOf(ChargeId id) {
        return charges.has(id) ? charges.get(id).division() : null;
    }

    @Override
    public boolean fold(Entry entry) {
        LocalDate day = entry.envelope().effectiveDate();
        switch (entry.fact()) {
            case PenaltyAssessed fact -> charged(new Charge(fact.charge(),
                    Purse.of(fact.division(), fact.budgetYear(), fact.fundSource()).of(fact.institution(), null), day, fact.amount(), fact.clawback()));
            case InterestAccrued fact -> charged(new Charge(fact.charge(),
                    Purse.of(fact.division(), fact.budgetYear(), fact.fundSource()).of(fact.institution(), null), day, fact.amount(), fact.clawback()));
            case ChargeCollected fact -> {
                bankRefs.put(Fingerprint.of(fact.bankRef()), entry.position());
                less(fact.charge(), fact.amount());
            }
            case ChargeWaived fact -> less(fact.charge(), fact.amount());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void charged(Charge charge) {
        charges.put(charge.id(), charge);
        ClawbackId on = charge.clawback();
        if (on != null) {
            ofClawback.put(on, Stream.concat(ofClawback.getOrDefault(on, List.of()).stream(), Stream.of(charge.id())).toList());
        }
    }

    void merged(Merger merger) {
        for (Charge charge : List.copyOf(charges.values())) {
            charges.put(charge.id(), new Charge(charge.id(), merger.of(charge.debtor()), charge.effectiveDate(), charge.open(), charge.clawback()));
        }
    }

    private void less(ChargeId id, Money amount) {
        Charge before = of(id);
        charges.put(id, new Charge(id, before.debtor(), before.effectiveDate(), before.open().minus(amount), before.clawback()));
    }
}
