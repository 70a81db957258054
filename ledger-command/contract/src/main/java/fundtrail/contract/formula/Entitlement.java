package fundtrail.contract.formula;

import fundtrail.contract.Fraction;
import fundtrail.contract.Money;

/** What a year's work earns (应得额): exact, in yuan; rounded to the fen once, at the end, by {@link Fraction#toMoney}. */
public final class Entitlement {
    private static final int MONTHS_A_YEAR = 12;

    private Entitlement() {}

    /** c · u · W, with the unit standard as published. */
    public static Fraction ofEquivalents(Fraction coefficient, Fraction unitStandard, Fraction equivalents) {
        return coefficient.times(unitStandard).times(equivalents);
    }

    /** heads · rate · months ÷ 12. @param rate yuan for a head and a year */
    public static Fraction ofHeads(long headcount, Money rate, int months) {
        return Fraction.of(headcount).times(Fraction.yuan(rate)).times(Fraction.of(months, MONTHS_A_YEAR));
    }
}
