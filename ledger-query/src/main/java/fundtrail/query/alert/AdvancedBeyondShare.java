package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Noted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** More than a share of what an allotment was made with has been paid ahead. It speaks of the advance that goes beyond it first. */
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
        List<Noted> before = fact.noted(paid.allotment().value());
        List<Noted> after = new ArrayList<>(before);
        after.add(fact.here(null, paid.amount(), null));
        fact.note(paid.allotment().value(), after);
        Allotment allotment = fact.known(Kind.ALLOTMENT, paid.allotment()).orElse(null);
        if (allotment == null || !allotment.original().isPositive()) {
            return;
        }
        Fraction share = share(after, allotment);
        if (share.compareTo(tuning.number(SHARE)) > 0 && share(before, allotment).compareTo(tuning.number(SHARE)) <= 0) {
            fact.speak(new Spoken(fact.division(paid), paid.institution(), Subject.ALLOTMENT, paid.allotment().value(), sum(after), share,
                    tuning.number(SHARE), before.stream().map(Noted::position).toList()));
        }
    }

    private static Fraction share(List<Noted> advances, Allotment allotment) {
        return Fraction.yuan(sum(advances)).over(Fraction.yuan(allotment.original()));
    }

    private static Money sum(List<Noted> advances) {
        return Money.sum(advances.stream().map(Noted::amount).toList());
    }
}
