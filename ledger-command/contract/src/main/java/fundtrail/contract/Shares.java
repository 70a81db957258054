package fundtrail.contract;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shares an amount out by weights, to the fen, by the largest remainder: each gets the whole fen of its exact share, and
 * what is left goes fen by fen to the largest remainders, of equal ones to the code that comes first in ASCII order.
 */
public final class Shares {
    private record Share<K>(K key, long fen, Fraction remainder) {
        static <K> Share<K> of(K key, Fraction exact) {
            BigInteger[] parts = exact.numerator().divideAndRemainder(exact.denominator());
            return new Share<>(key, parts[0].longValueExact(), new Fraction(parts[1], exact.denominator()));
        }
    }

    private Shares() {}

    /**
     * The shares add up to the total exactly; of a negative total they are those of its absolute value, negated.
     *
     * @param weights none negative, one at least positive unless the total is zero; a key's {@code toString} is its code
     * @return a share for every key, some perhaps 0.00, in ascending order of the codes
     * @throws IllegalArgumentException when the weights are not such
     */
    public static <K> Map<K, Money> of(Money total, Map<K, Fraction> weights) {
        Fraction sum = weights.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        if (weights.values().stream().anyMatch(Fraction::isNegative) || sum.isZero() && !total.isZero()) {
            throw new IllegalArgumentException(total + " cannot be shared out by the weights " + weights);
        }
        Fraction perWeight = total.isZero() ? Fraction.ZERO : Fraction.of(Math.abs(total.fen())).over(sum);
        List<Share<K>> shares = weights.entrySet().stream()
                .map(weight -> Share.of(weight.getKey(), weight.getValue().times(perWeight)))
                .sorted(Comparator.comparing(share -> share.key().toString()))
                .toList();
        long left = Math.abs(total.fen()) - shares.stream().mapToLong(Share::fen).sum();
        var oneMore = shares.stream() // sorting is stable: of equal remainders the first code comes first
                .sorted(Comparator.comparing((Share<K> share) -> share.remainder()).reversed())
                .limit(left)
                .map(Share::key)
                .collect(Collectors.toSet());
        Map<K, Money> amounts = new LinkedHashMap<>();
        for (Share<K> share : shares) {
            long fen = share.fen() + (oneMore.contains(share.key()) ? 1 : 0);
            amounts.put(share.key(), Money.ofFen(total.isNegative() ? -fen : fen));
        }
        return amounts;
    }
}
