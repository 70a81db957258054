package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A penalty or interest: the general treasury's, never a fund source's.
 *
 * @param legalBasis  the clause a penalty rests on; absent of interest
 * @param clawback    it belongs to; may be absent
 * @param outstanding amount − collected − waived
 */
public record Charge(
        ChargeId charge,
        DivisionCode division,
        InstitutionId institution,
        Type type,
        Money amount,
        Money collected,
        Money waived,
        Money outstanding,
        @MayBeAbsent String legalBasis,
        @MayBeAbsent ClawbackId clawback,
        List<ChargeStep> steps) {

    /** What it is. */
    public enum Type {
        PENALTY,
        INTEREST
    }

    /** A fact of its life. */
    public record ChargeStep(String type, long position, LocalDate effectiveDate, Money amount) {}

    public Charge {
        steps = List.copyOf(steps);
    }

    public Charge collected(Money more, ChargeStep step) {
        return new Charge(charge, division, institution, type, amount, collected.plus(more), waived, outstanding.minus(more), legalBasis,
                clawback, and(step));
    }

    public Charge waived(Money more, ChargeStep step) {
        return new Charge(charge, division, institution, type, amount, collected, waived.plus(more), outstanding.minus(more), legalBasis,
                clawback, and(step));
    }

    private List<ChargeStep> and(ChargeStep step) {
        List<ChargeStep> all = new ArrayList<>(steps);
        all.add(step);
        return all;
    }
}
