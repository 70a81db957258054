package fundtrail.command.reportservicevolume;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Text;
import fundtrail.contract.fact.ServiceVolumeReported;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.formula.Figures;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ReportId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reports an institution's work over some time, row by row as its file has them. Each row is a claim on money under an id
 * of its own. Fields as in {@link ServiceVolumeReported}.
 *
 * @param budgetYear       the year whose settlement the work is for
 * @param fileHash         SHA-256 of the file, where the rows came from one
 * @param totalEquivalents what the rows amount to by the schedule in force on the last day; the ledger computes it again
 * @param corrects         the report that this one replaces whole
 * @param rows             1 to {@value #MOST_ROWS}, in ascending order of their numbers, each claim once
 */
public record ReportServiceVolume(
        @MayBeAbsent LocalDate effectiveDate,
        ReportId report,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        LocalDate from,
        LocalDate to,
        @MayBeAbsent String fileHash,
        Fraction totalEquivalents,
        @MayBeAbsent ReportId corrects,
        List<Row> rows)
        implements OfBudgetYear {
    public static final int MOST_ROWS = 10_000;
    /** The last row of an Excel sheet. */
    public static final int LAST_ROW = 1_048_576;

    public ReportServiceVolume {
        Form.budgetYear(budgetYear);
        Form.period(from, to);
        if (fileHash != null) {
            Text.sha256("file", fileHash);
        }
        Form.count("rows", rows, 1, MOST_ROWS);
        if (totalEquivalents != null) {
            Figures.notNegative("totalEquivalents, rounded", totalEquivalents.rounded(Figures.PLACES));
        }
        if (rows != null) {
            check(rows.stream().filter(Objects::nonNull).toList());
        }
    }

    private static void check(List<Row> rows) {
        int before = 0;
        Map<ClaimId, Integer> claims = new HashMap<>();
        for (Row row : rows) {
            Form.between("row", row.row(), 1, LAST_ROW);
            if (row.row() <= before) {
                throw new IllegalArgumentException(
                        "row " + row.row() + " stands after row " + before + ": rows stand in ascending order of their numbers");
            }
            Integer first = row.claim() == null ? null : claims.putIfAbsent(row.claim(), row.row());
            if (first != null) {
                throw new IllegalArgumentException("claim " + row.claim() + " stands in rows " + first + " and " + row.row());
            }
            before = row.row();
        }
    }
}
