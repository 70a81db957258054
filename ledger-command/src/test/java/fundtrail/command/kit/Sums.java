package fundtrail.command.kit;

import fundtrail.contract.Money;
import java.util.HashMap;
import java.util.Map;

/** Exact sums of amounts, by key; zero where nothing was added. */
final class Sums<K> {
    private final Map<K, Money> sums = new HashMap<>();

    void add(K key, Money amount) {
        sums.merge(key, amount, Money::plus);
    }

    void take(K key, Money amount) {
        add(key, amount.negated());
    }

    Money of(K key) {
        return sums.getOrDefault(key, Money.ZERO);
    }

    /** The sums that are not zero. */
    Map<K, Money> all() {
        Map<K, Money> all = new HashMap<>(sums);
        all.values().removeIf(Money::isZero);
        return all;
    }
}
