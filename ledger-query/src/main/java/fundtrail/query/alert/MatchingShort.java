package fundtrail.query.alert;

import fundtrail.contract.Money;
import fundtrail.contract.fact.TransferPassedDown;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Tranche.Matching;
import fundtrail.query.entity.Tranche;
import java.util.List;
import java.util.Map;

/** A tranche was passed down while matching funds (配套资金) were undertaken for it and at least some yuan of them had not come. */
final class MatchingShort implements AlertRule {
    private static final String LEAST = "least";

    @Override
    public RuleName name() {
        return RuleName.MATCHING_SHORT;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(LEAST, Tuning.Sort.MONEY);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof TransferPassedDown down)) {
            return;
        }
        Tranche tranche = fact.known(Kind.TRANCHE, Tranche.id(down.division(), down.tranche())).orElse(null);
        if (tranche == null) {
            return;
        }
        Money missing = sum(tranche.committed()).minus(sum(tranche.matched()));
        if (missing.isPositive() && missing.covers(tuning.money(LEAST))) {
            fact.speak(new Spoken(down.division(), null, Subject.TRANCHE, Tranche.id(down.division(), down.tranche()), missing, null, null,
                    tranche.committed().stream().map(Matching::position).toList()));
        }
    }

    private static Money sum(List<Matching> matching) {
        return Money.sum(matching.stream().map(Matching::amount).toList());
    }
}
