package fundtrail.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact rational number: weights, scores, rates, coefficients, unit standards. Nothing is rounded on the way; what is
 * paid is rounded once, at the end.
 *
 * <p>Travels as a text, the shortest that says it exactly: a decimal where one ends ({@code "3.75"}, {@code "12"}), else
 * a fraction in lowest terms ({@code "149/150"}). So one number has one text.
 *
 * @param numerator   carries the sign
 * @param denominator positive; the two have no common divisor
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    public static final Fraction ZERO = of(0);
    public static final Fraction ONE = of(1);

    /** Longer texts are nobody's weight or score; the bound keeps arithmetic on foreign input cheap. */
    private static final int LONGEST = 120;

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern QUOTIENT = Pattern.compile("(-?[1-9][0-9]*)/([1-9][0-9]*)");
    private static final BigInteger FIVE = BigInteger.valueOf(5);
    private static final BigDecimal FEN_OF_A_YUAN = BigDecimal.valueOf(100);

    /** Brings it to lowest terms. @throws ArithmeticException when the denominator is zero */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a fraction with denominator 0");
        }
        BigInteger common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The amount in yuan. */
    public static Fraction yuan(Money amount) {
        return of(amount.fen(), 100);
    }

    /**
     * Reads {@code "3.75"}, {@code "12"} or {@code "149/150"}; other spellings of the same number too ({@code "3.750"},
     * {@code "298/300"}), which then travel in their one form.
     *
     * @throws IllegalArgumentException when it is none of these or longer than {@value #LONGEST} characters
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Fraction parse(String text) {
        if (text != null && text.length() <= LONGEST) {
            if (DECIMAL.matcher(text).matches()) {
                BigDecimal decimal = new BigDecimal(text);
                return new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
            }
            Matcher quotient = QUOTIENT.matcher(text);
            if (quotient.matches()) {
                return new Fraction(new BigInteger(quotient.group(1)), new BigInteger(quotient.group(2)));
            }
        }
        throw new IllegalArgumentException("number \"" + shortened(text)
                + "\": a decimal such as \"3.75\" or a fraction such as \"149/150\", at most " + LONGEST + " characters");
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException when {@code other} is zero */
    public Fraction over(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Rounded half-up to so many decimal places; half of a negative number is rounded away from zero. */
    public Fraction rounded(int places) {
        BigDecimal rounded = new BigDecimal(numerator).divide(new BigDecimal(denominator), places, RoundingMode.HALF_UP);
        return new Fraction(rounded.unscaledValue(), BigInteger.TEN.pow(places));
    }

    /**
     * This many yuan, rounded half-up to the fen: an amount computed alone is rounded once, at the end.
     *
     * @throws ArithmeticException when beyond what {@link Money} can say
     */
    public Money toMoney() {
        return Money.ofFen(new BigDecimal(numerator).multiply(FEN_OF_A_YUAN)
                .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    @JsonIgnore
    public boolean isZero() {
        return numerator.signum() == 0;
    }

    @JsonIgnore
    public boolean isPositive() {
        return numerator.signum() > 0;
    }

    @JsonIgnore
    public boolean isNegative() {
        return numerator.signum() < 0;
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @JsonValue
    @Override
    public String toString() {
        int twos = denominator.getLowestSetBit();
        BigInteger odd = denominator.shiftRight(twos);
        int fives = 0;
        for (BigInteger[] part = odd.divideAndRemainder(FIVE); part[1].signum() == 0; part = odd.divideAndRemainder(FIVE)) {
            odd = part[0];
            fives++;
        }
        if (!odd.equals(BigInteger.ONE)) {
            return numerator + "/" + denominator;
        }
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), Math.max(twos, fives), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
