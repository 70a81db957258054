package fundtrail.query.entity;

import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.ScheduleId;
import java.time.LocalDate;
import java.util.List;

/**
 * An institution's work over some time.
 *
 * @param quantities  what the rows add up to, item by item
 * @param corrects    the report it replaced; absent where it replaced none
 * @param correctedBy the report that replaced it; absent while it stands
 */
public record VolumeReport(
        ReportId report,
        DivisionCode division,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        LocalDate from,
        LocalDate to,
        ScheduleId schedule,
        @MayBeAbsent String fileHash,
        int rowCount,
        String rowsHash,
        Fraction totalEquivalents,
        List<ItemQuantity> quantities,
        @MayBeAbsent ReportId corrects,
        @MayBeAbsent ReportId correctedBy) {

    /** So much of one item. */
    public record ItemQuantity(ItemCode item, Fraction quantity) {}

    public boolean stands() {
        return correctedBy == null;
    }

    /** The same, replaced. */
    public VolumeReport replacedBy(ReportId by) {
        return new VolumeReport(report, division, institution, programme, budgetYear, from, to, schedule, fileHash, rowCount,
                rowsHash, totalEquivalents, quantities, corrects, by);
    }
}
