package fundtrail.query.alert;

import fundtrail.contract.Fraction;
import fundtrail.contract.fact.ServiceVolumeReported;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Noted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An institution's work of a budget year has outgrown that of the year before by more than a share. A report that replaces
 * another is counted instead of it. It speaks of the report that goes beyond it first.
 */
final class VolumeGrowth implements AlertRule {
    private static final String SHARE = "share";

    @Override
    public RuleName name() {
        return RuleName.VOLUME_GROWTH;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(SHARE, Tuning.Sort.NUMBER);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        if (!(fact.entry().fact() instanceof ServiceVolumeReported report)) {
            return;
        }
        String of = report.institution() + "/" + report.programme() + "/";
        String key = of + report.budgetYear();
        List<Noted> before = fact.noted(key);
        List<Noted> after = new ArrayList<>(before.stream()
                .filter(one -> report.corrects() == null || !one.what().equals(report.corrects().value()))
                .toList());
        after.add(fact.here(report.report().value(), null, report.totalEquivalents()));
        fact.note(key, after);
        List<Noted> lastYear = fact.noted(of + (report.budgetYear() - 1));
        Fraction last = sum(lastYear);
        if (last.isZero()) {
            return;
        }
        Fraction growth = sum(after).over(last).minus(Fraction.ONE);
        boolean already = sum(before).over(last).minus(Fraction.ONE).compareTo(tuning.number(SHARE)) > 0;
        if (growth.compareTo(tuning.number(SHARE)) > 0 && !already) {
            fact.speak(new Spoken(report.division(), report.institution(), Subject.REPORT, report.report().value(), null, growth,
                    tuning.number(SHARE), lastYear.stream().map(Noted::position).toList()));
        }
    }

    private static Fraction sum(List<Noted> reports) {
        return reports.stream().map(Noted::measure).reduce(Fraction.ZERO, Fraction::plus);
    }
}
