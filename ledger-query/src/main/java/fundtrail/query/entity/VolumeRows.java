package fundtrail.query.entity;

import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.id.ReportId;
import java.util.List;

/** A part of a report's rows, as they stand in the institution's file. */
public record VolumeRows(ReportId report, int part, List<Row> rows) {
    /** Parts sort by their ids. */
    public static String id(ReportId report, int part) {
        return "%s/%06d".formatted(report, part);
    }
}
