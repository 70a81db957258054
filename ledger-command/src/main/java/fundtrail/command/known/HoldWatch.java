package fundtrail.command.known;

import fundtrail.contract.Money;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the holds that stand on one day let pass, payment after payment. A hold on the beneficiary or the payee stops
 * the payment, and so does one on an institution that is one legal person with either by a merger; one that holds back an amount stops it only when the institution's authority still unpaid afterwards
 * (available and reserved, of the programme if the hold names one) would not cover that amount. What several holds
 * hold back adds up.
 */
public final class HoldWatch {
    private record Scope(InstitutionId institution, ProgrammeCode programme) {}

    /** @param heldBack by this hold and those of its institution that reach no further; {@code null} when everything is */
    private record Standing(PaymentHoldPlaced hold, Scope scope, Money heldBack) {}

    private final Known known;
    private final LocalDate today;
    private final Map<InstitutionId, List<Standing>> standing = new HashMap<>();
    private final Map<Scope, Money> passed = new HashMap<>();

    public HoldWatch(Known known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    /**
     * The hold that stops a payment out of the allotment, the beneficiary's first, by id; {@code null} when it may pass.
     *
     * @param basis what the payment rests on: a hold may spare a subsidy; {@code null} where its kind has none
     */
    public PaymentHoldPlaced stopping(Allotment allotment, InstitutionId payee, Money amount, PaymentBasis basis) {
        PaymentHoldPlaced onBeneficiary = stopping(allotment.institution(), allotment, amount, basis);
        return onBeneficiary != null || payee.equals(allotment.institution())
                ? onBeneficiary
                : stopping(payee, allotment, Money.ZERO, basis);
    }

    /** The hold that stops money that is no allotment's: a refund of what was clawed back; {@code null} when it may pass. */
    public PaymentHoldPlaced stopping(InstitutionYear beneficiary, InstitutionId payee) {
        for (InstitutionId held : List.of(beneficiary.institution(), payee)) {
            for (Standing standing : on(held)) {
                ProgrammeCode programme = standing.scope().programme();
                if (standing.heldBack() == null && (programme == null || programme.equals(beneficiary.programme()))) {
                    return standing.hold();
                }
            }
        }
        return null;
    }

    /** Counts a payment that passed: what it took is no longer there to be held back from those after it. */
    public void passed(Allotment allotment, Money amount) {
        if (!on(allotment.institution()).isEmpty()) {
            passed.merge(new Scope(one(allotment.institution()), null), amount, Money::plus);
            passed.merge(new Scope(one(allotment.institution()), allotment.programme()), amount, Money::plus);
        }
    }

    /** @param taken what the payment takes of the held institution's own authority */
    private PaymentHoldPlaced stopping(InstitutionId held, Allotment allotment, Money taken, PaymentBasis basis) {
        for (Standing standing : on(held)) {
            ProgrammeCode programme = standing.scope().programme();
            if ((programme == null || programme.equals(allotment.programme())) && !spares(standing.hold(), basis)
                    && !leavesEnough(standing, taken)) {
                return standing.hold();
            }
        }
        return null;
    }

    private static boolean spares(PaymentHoldPlaced hold, PaymentBasis basis) {
        return hold.spares() != null && basis != null && basis.subsidy() != null && hold.spares().contains(basis.subsidy().category());
    }

    private boolean leavesEnough(Standing standing, Money taken) {
        if (standing.heldBack() == null) {
            return false;
        }
        Scope scope = standing.scope();
        Money left = Money.sum(known.mergers().legalPersonOf(scope.institution()).stream()
                        .map(one -> known.balances().unpaid(one, scope.programme()))
                        .toList())
                .minus(passed.getOrDefault(scope, Money.ZERO));
        return left.minus(taken).covers(standing.heldBack());
    }

    private List<Standing> on(InstitutionId institution) {
        return standing.computeIfAbsent(institution, held -> {
            List<PaymentHoldPlaced> holds = known.mergers().legalPersonOf(held).stream()
                    .flatMap(one -> known.holds().on(one, today).stream())
                    .sorted(Comparator.comparing(hold -> hold.hold().value()))
                    .toList();
            return holds.stream()
                    .map(hold -> new Standing(hold, new Scope(one(held), hold.programme()), heldBackWithin(hold, holds)))
                    .toList();
        });
    }

    /** The one institution under which all that are one legal person are counted. */
    private InstitutionId one(InstitutionId institution) {
        return known.mergers().legalPersonOf(institution).getFirst();
    }

    private static Money heldBackWithin(PaymentHoldPlaced hold, List<PaymentHoldPlaced> ofInstitution) {
        return hold.amount() == null ? null : Money.sum(ofInstitution.stream()
                .filter(other -> other.amount() != null)
                .filter(other -> hold.programme() == null || hold.programme().equals(other.programme()))
                .map(PaymentHoldPlaced::amount)
                .toList());
    }
}
