package fundtrail.query.alert;

import fundtrail.contract.Digest;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.ServiceVolumeReported;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.query.alert.Judging.Spoken;
import fundtrail.query.entity.Alert.Subject;
import fundtrail.query.entity.Noted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * So many rows in a row, item and quantity, stand alike in the reports of two institutions for one programme and budget
 * year. Each report's rows are remembered as one digest for every block of that length that follows the last, and a later
 * report is held against them at every row.
 */
final class IdenticalRows implements AlertRule {
    private static final String ROWS = "rows";
    private static final int DIGITS = 16;

    @Override
    public RuleName name() {
        return RuleName.IDENTICAL_ROWS;
    }

    @Override
    public Map<String, Tuning.Sort> parameters() {
        return Map.of(ROWS, Tuning.Sort.COUNT);
    }

    @Override
    public void judge(Judging fact, Tuning tuning) {
        int length = tuning.count(ROWS);
        if (!(fact.entry().fact() instanceof ServiceVolumeReported report) || length == 0) {
            return;
        }
        List<Row> rows = ReportedRows.of(fact, report);
        if (rows.size() < length) {
            return;
        }
        String key = report.division() + "/" + report.programme() + "/" + report.budgetYear();
        List<Noted> reports = fact.noted(key);
        Set<String> here = new HashSet<>();
        for (int row = 0; row + length <= rows.size(); row++) {
            here.add(digest(rows.subList(row, row + length)));
        }
        for (Noted other : reports) {
            String[] of = other.what().split(" ");
            long alike = of[0].equals(report.institution().value()) ? 0
                    : fact.noted(of[1]).stream().filter(block -> here.contains(block.what())).count();
            if (alike > 0) {
                fact.speak(new Spoken(report.division(), report.institution(), Subject.REPORT, report.report().value(), null,
                        Fraction.of(Math.multiplyExact(alike, length)), Fraction.of(length), List.of(other.position())));
            }
        }
        remember(fact, report, rows, length, key, reports);
    }

    private static void remember(Judging fact, ServiceVolumeReported report, List<Row> rows, int length, String key, List<Noted> reports) {
        List<Noted> blocks = new ArrayList<>();
        for (int row = 0; row + length <= rows.size(); row += length) {
            blocks.add(fact.here(digest(rows.subList(row, row + length)), null, null));
        }
        fact.note(report.report().value(), blocks);
        List<Noted> more = new ArrayList<>(reports);
        more.add(fact.here(report.institution() + " " + report.report(), null, null));
        fact.note(key, more);
    }

    private static String digest(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row.item()).append(' ').append(row.quantity()).append('\n'));
        return Digest.sha256(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
