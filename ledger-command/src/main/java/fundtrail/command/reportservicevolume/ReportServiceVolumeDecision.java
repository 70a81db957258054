package fundtrail.command.reportservicevolume;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.CORRECTION_MISMATCH;
import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.REPORT_CORRECTED;
import static fundtrail.command.decide.RefusalCode.REPORT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.ROWS_REFUSED;
import static fundtrail.command.decide.RefusalCode.SCHEDULE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Accepted;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Decision.RowFault;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Volumes.Report;
import fundtrail.command.propose.Parts;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Json;
import fundtrail.contract.fact.ServiceVolumeReported;
import fundtrail.contract.fact.ServiceVolumeReportedRows;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

public final class ReportServiceVolumeDecision {
    private ReportServiceVolumeDecision() {}

    public static Decision decide(ReportServiceVolume wish, Moment moment, Known known) {
        if (known.purchases().volumes().report(wish.report()) != null) {
            return refused(ALREADY_EXISTS, wish.report());
        }
        if (!known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        if (!known.rules().hasProgramme(wish.programme(), moment.effectiveDate())) {
            return refused(PROGRAMME_UNKNOWN, wish.programme()).with("date", moment.effectiveDate());
        }
        DivisionCode division = known.divisionOf(wish.institution());
        WorkEquivalentSchedulePublished schedule = known.purchases().standards().scheduleOn(division, wish.to());
        if (schedule == null) {
            return refused(SCHEDULE_UNKNOWN, wish.to()).with("division", division);
        }
        Report corrected = wish.corrects() == null ? null : known.purchases().volumes().report(wish.corrects());
        if (wish.corrects() != null && corrected == null) {
            return refused(REPORT_UNKNOWN, wish.corrects());
        }
        InstitutionId successor = known.mergers().successorOf(wish.institution());
        if (successor != null) {
            return refused(INSTITUTION_MERGED, wish.institution()).with("into", successor);
        }
        InstitutionYear year = new InstitutionYear(wish.institution(), wish.programme(), wish.budgetYear());
        if (corrected != null && !corrected.year().equals(year)) {
            return refused(CORRECTION_MISMATCH, wish.corrects()).with("year", corrected.year()).with("asked", year);
        }
        if (corrected != null && !corrected.stands()) {
            return refused(REPORT_CORRECTED, wish.corrects()).with("report", corrected.correctedBy());
        }
        if (known.purchases().settlements().isFinal(year)) {
            return refused(SETTLEMENT_FINAL, year);
        }
        VolumeRows rows = new VolumeRows(wish, schedule, known);
        List<RowFault> faults = wish.rows().stream().map(rows::fault).filter(Objects::nonNull).toList();
        Fraction total = faults.isEmpty() ? rows.total(wish.rows()) : null;
        if (total != null && !total.equals(wish.totalEquivalents())) {
            return refused(FORMULA_DIFFERS, "EQUIVALENTS").with("stated", wish.totalEquivalents()).with("computed", total);
        }
        if (!faults.isEmpty()) {
            return new Refused(ROWS_REFUSED, wish.report().value(), Map.of("rows", String.valueOf(faults.size())), faults);
        }
        return new Accepted(facts(wish, division, schedule, total));
    }

    /** The rows in parts, and the fact that closes them. */
    private static List<Fact> facts(
            ReportServiceVolume wish, DivisionCode division, WorkEquivalentSchedulePublished schedule, Fraction total) {
        List<Fact> facts = new ArrayList<>();
        for (List<Row> part : Parts.of(wish.rows(), row -> Json.canonical(row).length)) {
            facts.add(new ServiceVolumeReportedRows(wish.report(), wish.institution(), facts.size() + 1, part));
        }
        facts.add(new ServiceVolumeReported(wish.report(), division, wish.institution(), wish.programme(), wish.budgetYear(),
                wish.from(), wish.to(), schedule.schedule(), wish.fileHash(), facts.size(), wish.rows().size(), total,
                Digest.sha256(Json.canonical(wish.rows())), wish.corrects()));
        return facts;
    }
}
