package fundtrail.query.alert;

import fundtrail.contract.fact.Paid;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Noted;
import fundtrail.query.entity.Payment;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same account was paid the same amount within some days. A payment that came back does not count, nor do rows of one
 * batch that share a payment out over several allotments.
 */
final class SamePayeeAndAmount implements AlertRule {
    private static final String DAYS = "days";
    private static final String LEAST = "least";

    @Override
    public RuleName name() {
        return RuleName.SAME_PAYEE_AND_AMOUNT;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(DAYS, Tuning.Sort.COUNT, LEAST, Tuning.Sort.MONEY);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof Paid paid) || !paid.amount().covers(tuning.money(LEAST))) {
            return;
        }
        String key = paid.payeeAccount() + "/" + paid.amount();
        List<Noted> near = new ArrayList<>(fact.noted(key).stream()
                .filter(one -> Math.abs(ChronoUnit.DAYS.between(one.effectiveDate(), fact.effectiveDate())) <= tuning.count(DAYS))
                .toList());
        List<Long> same = near.stream()
                .filter(one -> counts(fact, one, paid))
                .map(Noted::position)
                .toList();
        near.add(fact.here(paid.payment().value(), null, null));
        fact.note(key, near);
        if (!same.isEmpty()) {
            fact.speakOf(paid, paid.amount(), same);
        }
    }

    private static boolean counts(Judging fact, Noted earlier, Paid paid) {
        Payment payment = fact.known(Kind.PAYMENT, earlier.what()).orElse(null);
        if (payment == null) {
            return true;
        }
        boolean kept = payment.state() == Payment.State.PAID || payment.state() == Payment.State.CONFIRMED;
        boolean sharedOut = payment.batch().equals(paid.batch()) && !payment.allotment().equals(paid.allotment());
        return kept && !sharedOut;
    }
}
