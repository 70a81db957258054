package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.fact.ClawbackWrittenOff;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Noted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is written off of a claw-back comes just below an amount that takes a higher authority, at once or bit by bit. */
final class WriteOffBelowLimit implements AlertRule {
    private static final String LIMIT = "limit";
    private static final String SHARE = "share";

    @Override
    public RuleName name() {
        return RuleName.WRITE_OFF_BELOW_LIMIT;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(LIMIT, Tuning.Sort.MONEY, SHARE, Tuning.Sort.NUMBER);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof ClawbackWrittenOff written)) {
            return;
        }
        List<Noted> all = new ArrayList<>(fact.noted(written.clawback().value()));
        List<Long> earlier = all.stream().map(Noted::position).toList();
        all.add(fact.here(null, written.amount(), null));
        fact.note(written.clawback().value(), all);
        Money sum = Money.sum(all.stream().map(Noted::amount).toList());
        Money limit = tuning.money(LIMIT);
        boolean near = Fraction.yuan(sum).compareTo(tuning.number(SHARE).times(Fraction.yuan(limit))) >= 0;
        if (near && !written.amount().covers(limit)) {
            fact.speak(new Spoken(written.division(), written.institution(), Subject.CLAWBACK, written.clawback().value(), sum, null,
                    Fraction.yuan(limit), earlier));
        }
    }
}
