package fundtrail.command.computeentitlement;

import fundtrail.command.known.ClaimsPaid;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Settlements.Settlement;
import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.fact.EntitlementComputed.ByEquivalents;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was clawed back after its settlement is recovered by itself and stays in what the year has earned. A revision may earn
 * less all the same, by a lower coefficient or less of other work, as long as it still pays each such claim what is clawed
 * back of it: nothing is clawed back beyond what was paid. Of reported work that is the claim's share of the new
 * entitlement. Heads have no names: which of them a lower count leaves out cannot be told from those clawed back, so an
 * entitlement by heads does not fall at all while anything of such a claw-back stands.
 */
final class ClawedBackSince {
    /** A claim of which more is clawed back than the new entitlement is sure to pay for it. */
    record TakenTwice(ClaimId claim, ClawbackId clawback, Money determined, Money paid) {}

    private final InstitutionYear year;
    private final DivisionCode division;
    private final Known known;
    private final List<Clawback> clawbacks;
    private final Money settled;

    ClawedBackSince(InstitutionYear year, DivisionCode division, Known known) {
        this.year = year;
        this.division = division;
        this.known = known;
        Settlement settlement = known.purchases().settlements().of(year);
        settled = settlement == null ? Money.ZERO
                : Money.sum(settlement.bySource().stream().map(SettlementOfSource::entitlement).toList());
        clawbacks = known.recoveries().clawbacks().of(year).stream()
                .filter(one -> settlement != null && one.bySource().getFirst().counter() != Account.ADVANCES)
                .toList();
    }

    /** What the year was settled at. */
    Money settled() {
        return settled;
    }

    /**
     * The first claim that would be taken back by the revision too; {@code null} where none would.
     *
     * @param work by which it is earned; {@code null} of heads
     */
    TakenTwice by(Money entitlement, ByEquivalents work) {
        Map<ClaimId, Money> standing = standing();
        if (standing.isEmpty()) {
            return null;
        }
        Map<ClaimId, Money> paid = work == null ? Map.of() : new ClaimsPaid(year, division, known).ofWork(entitlement, work);
        boolean noneLeftOut = work == null && entitlement.covers(settled);
        for (Map.Entry<ClaimId, Money> one : standing.entrySet()) {
            Money sure = noneLeftOut ? one.getValue() : paid.getOrDefault(one.getKey(), Money.ZERO);
            if (!sure.covers(one.getValue())) {
                return new TakenTwice(one.getKey(), clawbackOf(one.getKey()), one.getValue(), sure);
            }
        }
        return null;
    }

    /** What is clawed back of each claim, less what appeals took away; first to last. */
    private Map<ClaimId, Money> standing() {
        Clawbacks all = known.recoveries().clawbacks();
        Map<ClaimId, Money> standing = new LinkedHashMap<>();
        for (Clawback clawback : clawbacks) {
            clawback.claims().forEach(claim -> standing.merge(claim.claim(), all.standing(clawback, claim), Money::plus));
        }
        standing.values().removeIf(amount -> !amount.isPositive());
        return standing;
    }

    private ClawbackId clawbackOf(ClaimId claim) {
        return clawbacks.stream()
                .filter(one -> one.claims().stream().map(DeterminedClaim::claim).anyMatch(claim::equals))
                .findFirst().orElseThrow().id();
    }
}
