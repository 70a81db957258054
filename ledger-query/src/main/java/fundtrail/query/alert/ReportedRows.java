package fundtrail.query.alert;

import fundtrail.contract.fact.ServiceVolumeReported;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.VolumeRows;
import java.util.ArrayList;
import java.util.List;

/** The rows that a report closes, in the order of the institution's file. */
final class ReportedRows {
    private ReportedRows() {}

    static List<Row> of(Judging fact, ServiceVolumeReported report) {
        List<Row> rows = new ArrayList<>();
        for (int part = 1; part <= report.parts(); part++) {
            fact.known(Kind.VOLUME_ROWS, VolumeRows.id(report.report(), part)).ifPresent(one -> rows.addAll(one.rows()));
        }
        return rows;
    }
}
