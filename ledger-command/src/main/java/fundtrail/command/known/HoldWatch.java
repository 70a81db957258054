package fundtrail.command.known;

import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the holds that stand on one day let pass, payment after payment. A hold on the beneficiary or the payee stops
 * the payment; one that holds back an amount stops it only when the institution's authority still unpaid afterwards
 * (available and reserved, of the programme if the hold names one) would not cover that amount. What several holds
 * hold back adds up.
 */
public final class HoldWatch {
    private record Scope(InstitutionId institution, ProgrammeCode programme) {}

    private final Known known;
    private final LocalDate today;
    private final Map<InstitutionId, List<PaymentHoldPlaced>> standing = new HashMap<>();
    private final Map<Scope, Money> passed = new HashMap<>();

    public HoldWatch(Known known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    /** The hold that stops a payment out of the allotment, the beneficiary's first, by id; {@code null} when it may pass. */
    public PaymentHoldPlaced stopping(BudgetAllotted allotment, InstitutionId payee, Money amount) {
        InstitutionId beneficiary = allotment.institution();
        Stream<PaymentHoldPlaced> both = payee.equals(beneficiary)
                ? on(beneficiary).stream()
                : Stream.concat(on(beneficiary).stream(), on(payee).stream());
        return both.filter(hold -> hold.programme() == null || hold.programme().equals(allotment.programme()))
                .filter(hold -> hold.amount() == null || !leavesEnough(hold, allotment, amount))
                .findFirst()
                .orElse(null);
    }

    /** Counts a payment that passed: what it took is no longer there to be held back from those after it. */
    public void passed(BudgetAllotted allotment, Money amount) {
        passed.merge(new Scope(allotment.institution(), null), amount, Money::plus);
        passed.merge(new Scope(allotment.institution(), allotment.programme()), amount, Money::plus);
    }

    private boolean leavesEnough(PaymentHoldPlaced hold, BudgetAllotted allotment, Money amount) {
        Money taken = allotment.institution().equals(hold.institution()) ? amount : Money.ZERO;
        Money before = known.balances().unpaid(hold.institution(), hold.programme())
                .minus(passed.getOrDefault(new Scope(hold.institution(), hold.programme()), Money.ZERO));
        return before.minus(taken).covers(heldBackWithin(hold));
    }

    /** By this hold and those of its institution that reach no further. */
    private Money heldBackWithin(PaymentHoldPlaced hold) {
        return Money.sum(on(hold.institution()).stream()
                .filter(other -> other.amount() != null)
                .filter(other -> hold.programme() == null || hold.programme().equals(other.programme()))
                .map(PaymentHoldPlaced::amount)
                .toList());
    }

    private List<PaymentHoldPlaced> on(InstitutionId institution) {
        return standing.computeIfAbsent(institution, held -> known.holds().on(held, today));
    }
}
