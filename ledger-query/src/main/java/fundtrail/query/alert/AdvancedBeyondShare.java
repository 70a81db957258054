package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Noted;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * More than a share of what an allotment was made with has been paid ahead. It speaks of the advance that goes beyond it first.
 * Under the allotment is noted what the advances come to and how many they are, and each by itself under its number.
 */
final class AdvancedBeyondShare implements AlertRule {
    private static final String SHARE = "share";

    @Override
    public RuleName name() {
        return RuleName.ADVANCED_BEYOND_SHARE;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(SHARE, Tuning.Sort.NUMBER);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof AdvancePaid paid)) {
            return;
        }
        String allotment = paid.allotment().value();
        Noted before = fact.noted(allotment).stream().findFirst().orElse(null);
        Money advanced = before == null ? Money.ZERO : before.amount();
        int number = before == null ? 1 : before.measure().numerator().intValueExact() + 1;
        Money together = advanced.plus(paid.amount());
        fact.note(allotment, List.of(fact.here(null, together, Fraction.of(number))));
        fact.note(one(allotment, number), List.of(fact.here(null, paid.amount(), null)));
        Money original = fact.known(Kind.ALLOTMENT, paid.allotment()).map(Allotment::original).orElse(Money.ZERO);
        if (!original.isPositive()) {
            return;
        }
        Fraction share = share(together, original);
        if (share.compareTo(tuning.number(SHARE)) > 0 && share(advanced, original).compareTo(tuning.number(SHARE)) <= 0) {
            fact.speak(new Spoken(fact.division(paid), paid.institution(), Subject.ALLOTMENT, allotment, together, share, tuning.number(SHARE),
                    IntStream.range(1, number).mapToObj(earlier -> fact.noted(one(allotment, earlier)).getFirst().position()).toList()));
        }
    }

    private static String one(String allotment, int number) {
        return allotment + "#" + number;
    }

    private static Fraction share(Money advances, Money original) {
        return Fraction.yuan(advances).over(Fraction.yuan(original));
    }
}
