package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.fact.TransferPassedDown;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Tranche.Receipt;
import fundtrail.query.entity.Tranche;
import java.util.List;
import java.util.Map;

/** Money from above was passed down later than the rule set's calendar allows, by more than some days. */
final class CascadeLegLate implements AlertRule {
    private static final String DAYS = "days";

    @Override
    public RuleName name() {
        return RuleName.CASCADE_LEG_LATE;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(DAYS, Tuning.Sort.COUNT);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (fact.entry().fact() instanceof TransferPassedDown down && down.lateBy() != null && down.lateBy() > tuning.count(DAYS)) {
            String id = Tranche.id(down.division(), down.tranche());
            List<Long> received = fact.known(Kind.TRANCHE, id).map(Tranche::receipts).orElse(List.of()).stream().map(Receipt::position).toList();
            fact.speak(new Spoken(down.division(), null, Subject.TRANCHE, id, down.principal(), Fraction.of(down.lateBy()),
                    Fraction.of(tuning.count(DAYS)), received));
        }
    }
}
