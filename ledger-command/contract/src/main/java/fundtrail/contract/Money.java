package fundtrail.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Collection;

/**
 * An amount of yuan (CNY), kept as whole fen. Travels as a decimal string of yuan with exactly two decimals,
 * {@code "1234.56"}; never as a JSON number, which readers would take for floating point.
 *
 * @param fen −{@value #LIMIT} to {@value #LIMIT}, that is up to 9,999,999,999,999.99 yuan
 */
public record Money(long fen) implements Comparable<Money> {
    static final long LIMIT = 999_999_999_999_999L;
    public static final Money ZERO = new Money(0);
    private static final long NOT_OF_FORM = Long.MIN_VALUE;

    /** @throws ArithmeticException when beyond the range */
    public Money {
        if (fen > LIMIT || fen < -LIMIT) {
            throw new ArithmeticException("amount of " + fen + " fen is beyond ±9,999,999,999,999.99 yuan");
        }
    }

    /**
     * Reads {@code "1234.56"}: optional minus, no thousands separators, no leading zeros, exactly two decimals.
     *
     * @throws IllegalArgumentException when it is not of that form
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Money yuan(String yuan) {
        long fen = yuan == null ? NOT_OF_FORM : fen(yuan);
        if (fen == NOT_OF_FORM) {
            throw new IllegalArgumentException("amount \"" + yuan
                    + "\": yuan with exactly two decimals and at most 13 digits before the point, such as \"1234.56\"");
        }
        return ofFen(fen);
    }

    /** Without a pattern: every line of every fact that is read has an amount. */
    private static long fen(String yuan) {
        boolean isNegative = yuan.startsWith("-");
        int first = isNegative ? 1 : 0;
        int point = yuan.length() - 3;
        int digits = point - first;
        if (digits < 1 || digits > 13 || yuan.charAt(point) != '.' || digits > 1 && yuan.charAt(first) == '0') {
            return NOT_OF_FORM;
        }
        long fen = 0;
        for (int i = first; i < yuan.length(); i++) {
            if (i != point) {
                int digit = yuan.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return NOT_OF_FORM;
                }
                fen = fen * 10 + digit;
            }
        }
        return !isNegative ? fen : fen == 0 ? NOT_OF_FORM : -fen;
    }

    public static Money ofFen(long fen) {
        return fen == 0 ? ZERO : new Money(fen);
    }

    /** The exact sum; zero for none. */
    public static Money sum(Collection<Money> amounts) {
        long total = 0;
        for (Money amount : amounts) {
            total = Math.addExact(total, amount.fen);
        }
        return ofFen(total);
    }

    /** The sum, or the greatest amount there is where it would be beyond: enough to compare with a limit. */
    public static Money sumOrMost(Collection<Money> amounts) {
        BigInteger sum = amounts.stream().map(amount -> BigInteger.valueOf(amount.fen)).reduce(BigInteger.ZERO, BigInteger::add);
        return ofFen(sum.min(BigInteger.valueOf(LIMIT)).max(BigInteger.valueOf(-LIMIT)).longValueExact());
    }

    public Money plus(Money other) {
        return ofFen(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return ofFen(Math.subtractExact(fen, other.fen));
    }

    public Money negated() {
        return ofFen(-fen);
    }

    /** Whether this much suffices for {@code other}: not less than it. */
    public boolean covers(Money other) {
        return fen >= other.fen;
    }

    @JsonIgnore
    public boolean isPositive() {
        return fen > 0;
    }

    @JsonIgnore
    public boolean isNegative() {
        return fen < 0;
    }

    @JsonIgnore
    public boolean isZero() {
        return fen == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @JsonValue
    @Override
    public String toString() {
        long abs = Math.abs(fen);
        long cents = abs % 100;
        return (fen < 0 ? "-" : "") + abs / 100 + (cents < 10 ? ".0" : ".") + cents;
    }
}
