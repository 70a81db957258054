package fundtrail.query.alert;

import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What counted in a month that is closed was reversed afterwards. */
final class CorrectedAfterClose implements AlertRule {
    private static final String LEAST = "least";

    @Override
    public RuleName name() {
        return RuleName.CORRECTED_AFTER_CLOSE;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(LEAST, Tuning.Sort.MONEY);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof EntryReversed reversed) || fact.entry().envelope().concerns() == null) {
            return;
        }
        List<Line> lines = reversed.lines().list();
        Money largest = lines.stream().map(line -> line.amount().negated()).max(Money::compareTo).orElse(Money.ZERO);
        if (!lines.isEmpty() && largest.covers(tuning.money(LEAST))) {
            List<InstitutionId> institutions = lines.stream().map(Line::institution).filter(Objects::nonNull).distinct().toList();
            fact.speak(new Spoken(lines.getFirst().division(), institutions.size() == 1 ? institutions.getFirst() : null, Subject.FACT,
                    Long.toString(reversed.reverses()), largest, null, null, List.of(reversed.reverses())));
        }
    }
}
