package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.Side;
import fundtrail.contract.id.InstitutionId;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A posting counts, or corrects what counted, more than some days before it was recorded. Opening balances are of old by
 * their nature and left out.
 */
final class CountsLongBeforeRecorded implements AlertRule {
    private static final String DAYS = "days";

    @Override
    public RuleName name() {
        return RuleName.COUNTS_LONG_BEFORE_RECORDED;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(DAYS, Tuning.Sort.COUNT);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        List<Line> lines = fact.entry().fact().lines().list();
        if (lines.isEmpty() || fact.entry().envelope().type().startsWith("OpeningBalance")) {
            return;
        }
        LocalDate concerned = fact.entry().envelope().concerns() == null ? fact.effectiveDate() : fact.entry().envelope().concerns();
        long days = ChronoUnit.DAYS.between(concerned, fact.recordedOn());
        if (days > tuning.count(DAYS)) {
            List<InstitutionId> institutions = lines.stream().map(Line::institution).filter(Objects::nonNull).distinct().toList();
            fact.speak(new Spoken(lines.getFirst().division(), institutions.size() == 1 ? institutions.getFirst() : null, Subject.FACT,
                    Long.toString(fact.entry().position()), moved(lines), Fraction.of(days), Fraction.of(tuning.count(DAYS)), List.of()));
        }
    }

    /** The debits of the fund book; of a posting of authority alone, those of the budget book. */
    private static Money moved(List<Line> lines) {
        var book = lines.stream().map(Line::book).max(Comparator.naturalOrder()).orElseThrow();
        return Money.sum(lines.stream().filter(line -> line.book() == book && line.side() == Side.D).map(Line::amount).toList());
    }
}
