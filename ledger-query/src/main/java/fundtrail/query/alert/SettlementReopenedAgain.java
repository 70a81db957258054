package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.fact.SettlementReopened;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Settlement;
import java.util.List;
import java.util.Map;

/** A settlement was reopened so many times or more. */
final class SettlementReopenedAgain implements AlertRule {
    private static final String TIMES = "times";

    @Override
    public RuleName name() {
        return RuleName.SETTLEMENT_REOPENED_AGAIN;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(TIMES, Tuning.Sort.COUNT);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof SettlementReopened reopened)) {
            return;
        }
        String id = Settlement.id(reopened.institution(), reopened.programme(), reopened.budgetYear());
        List<Long> before = fact.known(Kind.SETTLEMENT, id).map(Settlement::steps).orElse(List.of()).stream()
                .filter(step -> step.type().equals(fact.entry().envelope().type()))
                .map(Settlement.Passed::position)
                .toList();
        if (before.size() + 1 >= tuning.count(TIMES)) {
            fact.speak(new Spoken(reopened.division(), reopened.institution(), Subject.SETTLEMENT, id, null, Fraction.of(before.size() + 1L),
                    Fraction.of(tuning.count(TIMES)), before));
        }
    }
}
