package fundtrail.command.reportservicevolume;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_REPORTED;
import static fundtrail.command.decide.RefusalCode.SERVICE_ITEM_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;

import fundtrail.command.decide.Decision.RowFault;
import fundtrail.command.known.Known;
import fundtrail.command.known.Standards;
import fundtrail.command.known.Volumes.Report;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished;
import fundtrail.contract.formula.Equivalents;
import fundtrail.contract.formula.Equivalents.Quantity;
import fundtrail.contract.id.ItemCode;
import java.util.List;
import java.util.Map;

/** Judges and weighs the rows of one report. */
final class VolumeRows {
    private final WorkEquivalentSchedulePublished schedule;
    private final Map<ItemCode, Fraction> weights;
    private final List<Report> sameDays;
    private final Known known;

    /** @param schedule by which the work is weighed */
    VolumeRows(ReportServiceVolume wish, WorkEquivalentSchedulePublished schedule, Known known) {
        this.schedule = schedule;
        this.weights = Standards.weights(schedule);
        this.sameDays = known.purchases().volumes().standing(wish.institution(), wish.from(), wish.to()).stream()
                .filter(report -> !report.report().equals(wish.corrects()))
                .toList();
        this.known = known;
    }

    /** The first fault of the row in the order of refusals, or {@code null}. */
    RowFault fault(Row row) {
        Long claimed = known.purchases().volumes().claimedAt(row.claim());
        if (claimed != null) {
            return new RowFault(row.row(), "claim", refused(NUMBER_USED, row.claim()).with("by", "#" + claimed));
        }
        if (!weights.containsKey(row.item())) {
            return new RowFault(row.row(), "item", refused(SERVICE_ITEM_UNKNOWN, row.item()).with("schedule", schedule.schedule()));
        }
        for (Report report : sameDays) {
            if (known.purchases().volumes().covers(report, row.item())) {
                return new RowFault(row.row(), "item", refused(ALREADY_REPORTED, row.item())
                        .with("report", report.report())
                        .with("from", report.from())
                        .with("to", report.to()));
            }
        }
        return null;
    }

    /** What rows without a fault amount to. */
    Fraction total(List<Row> rows) {
        return Equivalents.total(rows.stream()
                .map(row -> new Quantity(row.item(), weights.get(row.item()), row.quantity()))
                .toList());
    }
}
