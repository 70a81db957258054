package fundtrail.contract.formula;

import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.Shares;
import fundtrail.contract.id.FundSourceCode;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a claim was paid, and by which sources: the most that can be clawed back of it. Both sides compute it here, so that
 * an inspector reads the very amount a determination is held against.
 */
public final class ClaimPay {
    private static final int MONTHS_OF_A_YEAR = 12;

    /** Heads that were paid for ahead: so many, at a rate of yuan a head and year, for so many months. */
    public record PaidHeads(int headcount, Fraction rate, int months) {}

    private ClaimPay() {}

    /**
     * Of a settled year paid by equivalents: what the year was settled at, shared out over its claims by the exact
     * equivalents of each, ties by claim id.
     *
     * @param equivalents of every claim of the year's reports, as far as the entitlement counted it; nothing is shared out
     *                    where none counts
     */
    public static <K> Map<K, Money> ofSettledWork(Money settled, Map<K, Fraction> equivalents) {
        return equivalents.values().stream().noneMatch(Fraction::isPositive) ? Map.of() : Shares.of(settled, equivalents);
    }

    /** Of a settled year paid by the head: as much as the invented heads are of all heads. */
    public static Fraction ofSettledHeads(Fraction settled, long invented, long headcount) {
        return headcount > 0 ? settled.times(Fraction.of(invented)).over(Fraction.of(headcount)) : Fraction.ZERO;
    }

    /**
     * Of a year not settled yet: the claim's work at the unit standard, as far as the advances reach what all work of the
     * year has earned by it. The score is not known then and counts as 1.
     *
     * @param equivalents  of the claim
     * @param work         the equivalents of all reports that stand
     * @param advanced     what was paid ahead, in yuan
     * @param unitStandard yuan an equivalent, as published
     */
    public static Fraction ofAdvancedWork(Fraction equivalents, Fraction work, Fraction advanced, Fraction unitStandard) {
        Fraction earned = Entitlement.ofEquivalents(Fraction.ONE, unitStandard, work);
        Fraction reached = earned.isPositive() ? advanced.over(earned).min(Fraction.ONE) : Fraction.ZERO;
        return equivalents.times(unitStandard).times(reached);
    }

    /** Of a year not settled yet, paid by the head: the invented heads in each prepayment, at its rate. */
    public static Fraction ofAdvancedHeads(int invented, Collection<PaidHeads> prepaid) {
        Fraction paid = Fraction.ZERO;
        for (PaidHeads one : prepaid) {
            int heads = Math.min(invented, one.headcount());
            paid = paid.plus(one.rate().times(Fraction.of(heads)).times(Fraction.of(one.months(), MONTHS_OF_A_YEAR)));
        }
        return paid;
    }

    /** Rounded once, and never more than all that was paid. */
    public static Money atMost(Money all, Fraction exact) {
        return exact.min(Fraction.yuan(all)).toMoney();
    }

    /** The amount in a composition, by the largest remainder; sources that get nothing are left out. */
    public static Map<FundSourceCode, Money> bySource(Money amount, Map<FundSourceCode, Money> composition) {
        Map<FundSourceCode, Fraction> weights = new TreeMap<>(Comparator.comparing(FundSourceCode::value));
        composition.forEach((source, weight) -> weights.put(source, Fraction.yuan(weight)));
        Map<FundSourceCode, Money> shares = Shares.of(amount, weights);
        shares.values().removeIf(Money::isZero);
        return shares;
    }
}
