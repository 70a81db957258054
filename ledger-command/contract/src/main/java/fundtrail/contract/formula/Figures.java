package fundtrail.contract.formula;

import fundtrail.contract.Fraction;
import java.math.BigInteger;

/** Figures as people write them, in a document or a file: what is made of them by adding and multiplying stays short. */
public final class Figures {
    public static final int PLACES = 6;
    private static final Fraction LIMIT = Fraction.of(1_000_000_000_000L);
    private static final BigInteger UNIT = BigInteger.TEN.pow(PLACES);

    private Figures() {}

    /** @throws IllegalArgumentException when absent, below zero, 10^12 or more, or with more than {@value #PLACES} decimal places */
    public static Fraction notNegative(String what, Fraction figure) {
        if (figure == null || figure.isNegative() || figure.compareTo(LIMIT) >= 0 || UNIT.mod(figure.denominator()).signum() != 0) {
            throw new IllegalArgumentException(
                    what + " is " + figure + "; a decimal from 0 to below 10^12 with at most " + PLACES + " places");
        }
        return figure;
    }

    /** The same, above zero. */
    public static Fraction positive(String what, Fraction figure) {
        if (notNegative(what, figure).isZero()) {
            throw new IllegalArgumentException(what + " is 0; it is above 0");
        }
        return figure;
    }
}
