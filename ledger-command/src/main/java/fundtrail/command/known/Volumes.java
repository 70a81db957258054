package fundtrail.command.known;

import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.ServiceVolumeReported;
import fundtrail.contract.fact.ServiceVolumeReportedRows;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.ScheduleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reported work: of each report what it covers and amounts to, and every claim id ever used. */
public final class Volumes implements Room {
    /**
     * A report.
     *
     * @param correctedBy the report that replaced it; absent while it stands
     */
    public record Report(
            ReportId report,
            InstitutionYear year,
            LocalDate from,
            LocalDate to,
            ScheduleId schedule,
            Fraction total,
            @MayBeAbsent ReportId correctedBy) {
        public boolean stands() {
            return correctedBy == null;
        }

        boolean overlaps(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && !to.isBefore(first);
        }
    }

    private final Table<ReportId, Report> reports;
    private final Table<ReportId, List<ItemCode>> items;
    private final Table<InstitutionId, List<ReportId>> ofInstitution;
    private final Table<InstitutionYear, List<ReportId>> ofYear;
    private final Table<ReportId, List<Row>> rows;
    private final Table<Long, ReportId> reportsAt;
    private final Fingerprints claims;

    Volumes(Memory memory) {
        reports = new Table<>(memory, "volumeReports", Forms.REPORT, Form.json(Report.class));
        items = new Table<>(memory, "reportedItems", Forms.REPORT, Form.list(ItemCode.class));
        ofInstitution = new Table<>(memory, "reportsOfInstitution", Forms.INSTITUTION, Form.list(ReportId.class));
        ofYear = new Table<>(memory, "reportsOfYear", Form.json(InstitutionYear.class), Form.list(ReportId.class));
        rows = new Table<>(memory, "reportedRows", Forms.REPORT, Form.list(Row.class));
        reportsAt = new Table<>(memory, "reportsAt", Form.LONG, Forms.REPORT);
        claims = new Fingerprints(memory, "claims", 1);
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case ServiceVolumeReportedRows part -> {
                part.rows().forEach(row -> claims.put(Fingerprint.of(row.claim().value()), entry.position()));
                reportsAt.put(entry.position(), part.report());
                List<Row> all = new ArrayList<>(rows.getOrDefault(part.report(), List.of()));
                all.addAll(part.rows());
                rows.put(part.report(), List.copyOf(all));
                items.put(part.report(), Stream.concat(
                                items.getOrDefault(part.report(), List.of()).stream(),
                                part.rows().stream().map(Row::item))
                        .distinct()
                        .sorted(Comparator.comparing(ItemCode::value))
                        .toList());
            }
            case ServiceVolumeReported fact -> {
                reports.put(fact.report(), new Report(fact.report(),
                        new InstitutionYear(fact.institution(), fact.programme(), fact.budgetYear()),
                        fact.from(), fact.to(), fact.schedule(), fact.totalEquivalents(), null));
                if (fact.corrects() != null) {
                    Report old = reports.get(fact.corrects());
                    reports.put(old.report(), new Report(
                            old.report(), old.year(), old.from(), old.to(), old.schedule(), old.total(), fact.report()));
                }
                add(ofInstitution, fact.institution(), fact.report());
                add(ofYear, reports.get(fact.report()).year(), fact.report());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static <K> void add(Table<K, List<ReportId>> lists, K key, ReportId report) {
        List<ReportId> more = new ArrayList<>(lists.getOrDefault(key, List.of()));
        more.add(report);
        lists.put(key, List.copyOf(more));
    }

    Set<InstitutionYear> years() {
        return ofYear.keys();
    }

    /** Work of a year not settled counts for the successor; it was reported for its own days in its own name. */
    void merged(Merger merger) {
        for (Report report : List.copyOf(reports.values())) {
            InstitutionYear year = merger.of(report.year());
            if (!year.equals(report.year())) {
                reports.put(report.report(), new Report(report.report(), year, report.from(), report.to(), report.schedule(), report.total(),
                        report.correctedBy()));
            }
        }
        ofYear.rename(merger::of, (there, more) -> Stream.concat(there.stream(), more.stream()).toList());
    }

    /** The report, corrected or not, or {@code null}. */
    public Report report(ReportId id) {
        return reports.get(id);
    }

    /** The position at which a claim was reported, or {@code null}. */
    public Long claimedAt(ClaimId claim) {
        long[] position = claims.get(Fingerprint.of(claim.value()));
        return position == null ? null : position[0];
    }

    /** The report in which a claim was made, or {@code null}. */
    public Report reportOf(ClaimId claim) {
        Long position = claimedAt(claim);
        return position == null ? null : reports.get(reportsAt.get(position));
    }

    /** The report's rows: each a claim. */
    public List<Row> rows(Report report) {
        return rows.getOrDefault(report.report(), List.of());
    }

    /** Whether the claim is for work that the person did. */
    boolean isBy(PersonRef person, ClaimId claim) {
        Report report = reportOf(claim);
        return report != null && rows(report).stream().anyMatch(row -> row.claim().equals(claim) && person.equals(row.practitioner()));
    }

    /** The institution's reports that stand and cover some of these days, by id. */
    public List<Report> standing(InstitutionId institution, LocalDate from, LocalDate to) {
        return standing(ofInstitution.getOrDefault(institution, List.of())).filter(report -> report.overlaps(from, to)).toList();
    }

    /** The reports that stand for the year, by id. */
    public List<Report> standing(InstitutionYear year) {
        return standing(ofYear.getOrDefault(year, List.of())).toList();
    }

    private Stream<Report> standing(List<ReportId> ids) {
        return ids.stream()
                .map(reports::get)
                .filter(Report::stands)
                .sorted(Comparator.comparing(report -> report.report().value()));
    }

    /** Whether work of the item is in the report. */
    public boolean covers(Report report, ItemCode item) {
        return items.getOrDefault(report.report(), List.of()).contains(item);
    }
}
