package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Noted;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * December's batches come to so many times what a month before it had on average (突击花钱). It speaks of the batch that
 * goes beyond it first.
 */
final class DecemberSpike implements AlertRule {
    private static final String TIMES = "times";
    private static final String LEAST = "least";
    private static final int MONTHS_BEFORE = 11;

    @Override
    public RuleName name() {
        return RuleName.DECEMBER_SPIKE;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(TIMES, Tuning.Sort.NUMBER, LEAST, Tuning.Sort.MONEY);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof DisbursementBatchApproved batch)) {
            return;
        }
        String key = batch.division() + "/" + fact.effectiveDate().getYear();
        List<Noted> before = fact.noted(key);
        List<Noted> after = new ArrayList<>(before.stream().filter(DecemberSpike::isDecember).toList());
        if (fact.effectiveDate().getMonth() == Month.DECEMBER) {
            after.add(fact.here(null, batch.controlTotal(), null));
            before.stream().filter(one -> !isDecember(one)).forEach(after::addFirst);
        } else {
            // Of the months before, only what they come to is asked for.
            after.addFirst(fact.here(null, sum(before, false).plus(batch.controlTotal()), null));
        }
        fact.note(key, after);
        Fraction threshold = tuning.number(TIMES).times(Fraction.yuan(sum(after, false))).over(Fraction.of(MONTHS_BEFORE))
                .max(Fraction.yuan(tuning.money(LEAST)));
        Money december = sum(after, true);
        boolean beyond = Fraction.yuan(december).compareTo(threshold) > 0;
        boolean already = Fraction.yuan(sum(before, true)).compareTo(threshold) > 0;
        if (beyond && !already) {
            fact.speak(new Spoken(batch.division(), null, Subject.BATCH, batch.batch().value(), december, null, threshold,
                    before.stream().filter(DecemberSpike::isDecember).map(Noted::position).toList()));
        }
    }

    private static Money sum(List<Noted> batches, boolean december) {
        return Money.sum(batches.stream().filter(one -> isDecember(one) == december).map(Noted::amount).toList());
    }

    private static boolean isDecember(Noted one) {
        return one.effectiveDate().getMonth() == Month.DECEMBER;
    }
}
