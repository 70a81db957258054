package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.ScheduleId;
import java.time.LocalDate;
import java.util.Set;

/**
 * 工作量上报: an institution's work over some time; the rows before it in the same append count.
 *
 * @param budgetYear       the year whose settlement the work is for; its days may reach back into the year before
 * @param from             the first day of the work
 * @param to               the last day of the work
 * @param schedule         the schedule in force on the last day, by which it is weighed
 * @param fileHash         SHA-256 of the institution's file; absent when the rows came without one
 * @param parts            how many parts of rows precede it, from 1
 * @param totalEquivalents Σ weight · quantity of all rows
 * @param rowsHash         SHA-256 over the canonical array of all rows
 * @param corrects         the report it replaces whole; absent where it replaces none
 */
public record ServiceVolumeReported(
        ReportId report,
        DivisionCode division,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        LocalDate from,
        LocalDate to,
        ScheduleId schedule,
        @MayBeAbsent String fileHash,
        int parts,
        int rowCount,
        Fraction totalEquivalents,
        String rowsHash,
        @MayBeAbsent ReportId corrects)
        implements Fact {
    public ServiceVolumeReported {
        Text.sha256("rows", rowsHash);
        if (from == null || to == null || to.isBefore(from)) {
            throw new IllegalArgumentException("a report covers a day or more");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.REPORT, report)
                .and(Tags.REPORT, corrects)
                .and(Tags.INSTITUTION, institution)
                .and(Tags.PROGRAMME, programme)
                .and(Tags.SCHEDULE, schedule)
                .set();
    }
}
