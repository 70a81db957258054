package fundtrail.contract.formula;

import fundtrail.contract.Fraction;
import fundtrail.contract.Money;

/**
 * Yuan for one standardised work equivalent: exact, and as published and paid with.
 *
 * @param pool             P
 * @param totalEquivalents W
 * @param exact            P ÷ W
 * @param places           decimal places of the published figure
 * @param published        the same, half-up
 * @param residual         P − published · W, exact
 */
public record UnitStandard(Money pool, Fraction totalEquivalents, Fraction exact, int places, Fraction published, Fraction residual) {
    public static final int MOST_PLACES = 8;

    /** @throws IllegalArgumentException when there is nothing to share the pool over, or more places than {@value #MOST_PLACES} */
    public static UnitStandard of(Money pool, Fraction totalEquivalents, int places) {
        if (!totalEquivalents.isPositive()) {
            throw new IllegalArgumentException("a unit standard needs work equivalents above 0");
        }
        if (places < 0 || places > MOST_PLACES) {
            throw new IllegalArgumentException("places is " + places + "; it goes from 0 to " + MOST_PLACES);
        }
        Fraction exact = Fraction.yuan(pool).over(totalEquivalents);
        Fraction published = exact.rounded(places);
        return new UnitStandard(pool, totalEquivalents, exact, places, published,
                Fraction.yuan(pool).minus(published.times(totalEquivalents)));
    }
}
