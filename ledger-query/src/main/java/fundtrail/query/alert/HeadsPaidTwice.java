package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.fact.CapitationPrepaid;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Noted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An institution's heads were paid ahead for more months of a budget year than a year should need, by several batches. */
final class HeadsPaidTwice implements AlertRule {
    private static final String MONTHS = "months";

    @Override
    public RuleName name() {
        return RuleName.HEADS_PAID_TWICE;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(MONTHS, Tuning.Sort.COUNT);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof CapitationPrepaid paid)) {
            return;
        }
        Allotment allotment = fact.known(Kind.ALLOTMENT, paid.allotment()).orElse(null);
        if (allotment == null) {
            return;
        }
        String key = paid.institution() + "/" + allotment.programme() + "/" + allotment.budgetYear();
        List<Noted> batches = new ArrayList<>(fact.noted(key));
        if (batches.stream().anyMatch(one -> one.what().equals(paid.batch().value()))) {
            return;
        }
        List<Long> earlier = batches.stream().map(Noted::position).toList();
        batches.add(fact.here(paid.batch().value(), paid.amount(), Fraction.of(paid.heads().months())));
        fact.note(key, batches);
        Fraction months = batches.stream().map(Noted::measure).reduce(Fraction.ZERO, Fraction::plus);
        if (!earlier.isEmpty() && months.compareTo(Fraction.of(tuning.count(MONTHS))) > 0) {
            fact.speak(new Spoken(fact.division(paid), paid.institution(), Subject.BATCH, paid.batch().value(), paid.amount(), months,
                    Fraction.of(tuning.count(MONTHS)), earlier));
        }
    }
}
