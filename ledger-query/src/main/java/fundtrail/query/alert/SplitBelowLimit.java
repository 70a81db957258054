package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Noted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One person made several batches within some days, each somewhat below a limit and together not below it. The limit is
 * that above which somebody higher would have had to sign.
 */
final class SplitBelowLimit implements AlertRule {
    private static final String LIMIT = "limit";
    private static final String SHARE = "share";
    private static final String DAYS = "days";

    @Override
    public RuleName name() {
        return RuleName.SPLIT_BELOW_LIMIT;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(LIMIT, Tuning.Sort.MONEY, SHARE, Tuning.Sort.NUMBER, DAYS, Tuning.Sort.COUNT);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof DisbursementBatchApproved batch) || fact.entry().envelope().signatures().isEmpty()) {
            return;
        }
        Money limit = tuning.money(LIMIT);
        Fraction from = tuning.number(SHARE).times(Fraction.yuan(limit));
        if (batch.controlTotal().covers(limit) || Fraction.yuan(batch.controlTotal()).compareTo(from) < 0) {
            return;
        }
        PersonRef maker = fact.entry().envelope().signatures().getFirst().person();
        String key = batch.division() + "/" + maker;
        List<Noted> near = new ArrayList<>(fact.noted(key).stream()
                .filter(one -> !one.recordedOn().isBefore(fact.recordedOn().minusDays(tuning.count(DAYS))))
                .toList());
        List<Long> earlier = near.stream().map(Noted::position).toList();
        near.add(fact.here(batch.batch().value(), batch.controlTotal(), null));
        fact.note(key, near);
        Money together = Money.sum(near.stream().map(Noted::amount).toList());
        if (!earlier.isEmpty() && together.covers(limit)) {
            fact.speak(new Spoken(batch.division(), null, Subject.BATCH, batch.batch().value(), together, null, Fraction.yuan(limit), earlier));
        }
    }
}
