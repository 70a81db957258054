package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parameters of one version of a rule, read once when the catalogue is, so that a wrong one is told before the first
 * fact and not at some later one.
 */
public final class Tuning {
    /** What may stand in a parameter. */
    public enum Sort {
        /** A whole number from 0 to 100,000. */
        COUNT,
        /** Yuan with two decimals, from 0.00. */
        MONEY,
        /** A decimal or a fraction from 0. */
        NUMBER
    }

    private static final int MOST = 100_000;

    private final Map<String, String> texts;
    private final Map<String, Object> values = new TreeMap<>();

    /** @throws IllegalArgumentException when a parameter is missing, unknown or cannot be read; says which */
    public Tuning(Map<String, Sort> wanted, Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
        Set<String> unknown = new TreeSet<>(texts.keySet());
        unknown.removeAll(wanted.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("parameters it does not have: " + unknown + "; it has " + new TreeSet<>(wanted.keySet()));
        }
        wanted.forEach((name, sort) -> {
            if (!texts.containsKey(name)) {
                throw new IllegalArgumentException("parameter " + name + " is missing");
            }
            values.put(name, read(name, sort, texts.get(name)));
        });
    }

    private static Object read(String name, Sort sort, String text) {
        try {
            return switch (sort) {
                case COUNT -> wholeNumber(text);
                case MONEY -> notNegative(Money.yuan(text));
                case NUMBER -> notNegative(Fraction.parse(text));
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("parameter " + name + " is \"" + text + "\"; it takes "
                    + switch (sort) {
                        case COUNT -> "a whole number from 0 to " + MOST;
                        case MONEY -> "yuan with two decimals, not below 0.00";
                        case NUMBER -> "a decimal such as 0.5 or a fraction such as 1/3, not below 0";
                    }, e);
        }
    }

    private static Integer wholeNumber(String text) {
        int count = Integer.parseInt(text);
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException(text);
        }
        return count;
    }

    private static Money notNegative(Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException(amount.toString());
        }
        return amount;
    }

    private static Fraction notNegative(Fraction number) {
        if (number.isNegative()) {
            throw new IllegalArgumentException(number.toString());
        }
        return number;
    }

    public int count(String name) {
        return (Integer) values.get(name);
    }

    public Money money(String name) {
        return (Money) values.get(name);
    }

    public Fraction number(String name) {
        return (Fraction) values.get(name);
    }

    /** As they were written. */
    public Map<String, String> texts() {
        return new TreeMap<>(texts);
    }
}
