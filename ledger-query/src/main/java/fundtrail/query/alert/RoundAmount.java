package fundtrail.query.alert;

import fundtrail.contract.fact.Paid;
import java.util.List;
import java.util.Map;

/** A payment of a whole multiple of a round sum: what is worked out seldom is. */
final class RoundAmount implements AlertRule {
    private static final String MULTIPLE = "multiple";

    @Override
    public RuleName name() {
        return RuleName.ROUND_AMOUNT;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(MULTIPLE, Tuning.Sort.MONEY);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        long multiple = tuning.money(MULTIPLE).fen();
        if (fact.entry().fact() instanceof Paid paid && multiple > 0 && paid.amount().fen() % multiple == 0) {
            fact.speakOf(paid, paid.amount(), List.of());
        }
    }
}
