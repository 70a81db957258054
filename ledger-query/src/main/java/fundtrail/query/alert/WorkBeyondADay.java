package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.fact.ServiceVolumeReported;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Kind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * By a report, one person did more work equivalents than a ceiling on each day of it, at a number of days a week: more than
 * anybody can.
 */
final class WorkBeyondADay implements AlertRule {
    private static final String CEILING = "ceiling";
    private static final String DAYS_A_WEEK = "daysAWeek";
    private static final int WEEK = 7;

    @Override
    public RuleName name() {
        return RuleName.WORK_BEYOND_A_DAY;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(CEILING, Tuning.Sort.NUMBER, DAYS_A_WEEK, Tuning.Sort.COUNT);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof ServiceVolumeReported report)) {
            return;
        }
        Map<ItemCode, Fraction> weights = fact.known(Kind.WORK_EQUIVALENT_SCHEDULE, report.schedule())
                .map(schedule -> schedule.items().stream().collect(Collectors.toMap(ServiceItem::item, ServiceItem::weight)))
                .orElse(Map.of());
        Map<PersonRef, Fraction> work = new TreeMap<>(Comparator.comparing(PersonRef::value));
        for (Row row : ReportedRows.of(fact, report)) {
            if (row.practitioner() != null) {
                work.merge(row.practitioner(), weights.getOrDefault(row.item(), Fraction.ZERO).times(row.quantity()), Fraction::plus);
            }
        }
        Fraction days = days(report.from(), report.to()).times(Fraction.of(tuning.count(DAYS_A_WEEK))).over(Fraction.of(WEEK));
        work.forEach((person, equivalents) -> {
            if (equivalents.compareTo(tuning.number(CEILING).times(days)) > 0) {
                fact.speak(new Spoken(report.division(), report.institution(), Subject.PERSON, person.value(), null,
                        days.isZero() ? equivalents : equivalents.over(days), tuning.number(CEILING), List.of()));
            }
        });
    }

    private static Fraction days(LocalDate from, LocalDate to) {
        return Fraction.of(to.toEpochDay() - from.toEpochDay() + 1);
    }
}
