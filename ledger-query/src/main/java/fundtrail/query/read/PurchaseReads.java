package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.RuleSetPublished.Purchasing;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.formula.VolumeWatch;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.ScheduleId;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.PurchasePool;
import fundtrail.query.entity.RuleSet;
import fundtrail.query.entity.UnitStandard;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What work weighs, what it is paid, what was done, and who bears it. */
public final class PurchaseReads {
    private static final int EVERY = Integer.MAX_VALUE;

    private final Questions questions;
    private final EntityReads reads;
    private final Entities entities;

    /**
     * A purchasable pool, the unit standard made of it, and the watch on the year's work.
     *
     * @param unitStandard absent while none is fixed
     * @param watch        absent while no unit standard is fixed
     */
    record PoolView(
            @JsonUnwrapped PurchasePool pool,
            @MayBeAbsent UnitStandard unitStandard,
            @MayBeAbsent Watch watch,
            long position,
            LocalDate effectiveDate) {}

    /**
     * How far the work reported for the year departs from the baseline the unit standard was made of.
     *
     * @param threshold from which on it is an anomaly, by the rule set in force
     */
    record Watch(Fraction baseline, Fraction reported, Fraction departure, Fraction threshold, boolean anomalous) {}

    /** One row of a report, as it stands in the institution's file. */
    record VolumeRow(@JsonUnwrapped Row row) {}

    public PurchaseReads(Questions questions, EntityReads reads, Entities entities) {
        this.questions = questions;
        this.reads = reads;
        this.entities = entities;
    }

    public Answer schedules(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        return reads.list(ask, Kind.WORK_EQUIVALENT_SCHEDULE, Wanted.ALL, one -> division.map(one.division()::equals).orElse(true));
    }

    public Answer schedule(Ask ask) throws InterruptedException {
        return reads.one(ask, Kind.WORK_EQUIVALENT_SCHEDULE, ask.path("schedule", ScheduleId::new).value());
    }

    public Answer unitStandards(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        var programme = ask.given(Params.PROGRAMME);
        var year = ask.given(Params.BUDGET_YEAR);
        return reads.list(ask, Kind.UNIT_STANDARD, Wanted.ALL, one ->
                division.map(one.division()::equals).orElse(true)
                        && programme.map(one.programme()::equals).orElse(true)
                        && year.map(asked -> asked == one.budgetYear()).orElse(true));
    }

    public Answer pools(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        var programme = ask.given(Params.PROGRAMME);
        var year = ask.given(Params.BUDGET_YEAR);
        return reads.list(ask, Kind.PURCHASE_POOL, Wanted.ALL, (_, one) ->
                        division.map(one.division()::equals).orElse(true)
                                && programme.map(one.programme()::equals).orElse(true)
                                && year.map(asked -> asked == one.budgetYear()).orElse(true),
                (asOf, versions) -> versions.stream().map(version -> pool(ask, asOf, version)).toList());
    }

    public Answer pool(Ask ask) throws InterruptedException {
        return reads.one(ask, Kind.PURCHASE_POOL, year(ask),
                (asOf, versions) -> versions.stream().map(version -> pool(ask, asOf, version)).toList());
    }

    private PoolView pool(Ask ask, AsOf asOf, Version<PurchasePool> version) {
        UnitStandard standard = entities.one(Kind.UNIT_STANDARD, version.id(), asOf, ask.reader().scope()).map(Version::body).orElse(null);
        return new PoolView(version.body(), standard, standard == null ? null : watch(ask, asOf, standard),
                version.position(), version.effectiveDate());
    }

    private Watch watch(Ask ask, AsOf asOf, UnitStandard standard) {
        Fraction reported = entities.list(Kind.VOLUME_REPORT, asOf, ask.reader().scope(),
                        Wanted.tagged(Optional.of(FactTags.tag(Tags.PROGRAMME, standard.programme()))),
                        one -> one.stands() && one.division().equals(standard.division())
                                && one.programme().equals(standard.programme()) && one.budgetYear() == standard.budgetYear(), "", EVERY)
                .stream()
                .map(report -> report.body().totalEquivalents())
                .reduce(Fraction.ZERO, Fraction::plus);
        Fraction threshold = entities.list(Kind.RULE_SET, asOf, ask.reader().scope(), Wanted.ALL,
                        one -> !one.validFrom().isAfter(asOf.effective()), "", EVERY)
                .stream()
                .map(Version::body)
                .max(Comparator.comparing(RuleSet::validFrom).thenComparing(one -> one.ruleSet().value()))
                .map(RuleSet::purchasing)
                .orElse(Purchasing.WITHOUT_RULES)
                .volumeThreshold();
        VolumeWatch watch = VolumeWatch.of(standard.totalEquivalents(), reported, threshold);
        return new Watch(watch.baseline(), watch.reported(), watch.departure(), threshold, watch.anomalous());
    }

    public Answer plans(Ask ask) throws InterruptedException {
        var division = ask.given(Params.DIVISION);
        var programme = ask.given(Params.PROGRAMME);
        var year = ask.given(Params.BUDGET_YEAR);
        return reads.list(ask, Kind.FUNDING_PLAN, Wanted.ALL, one ->
                division.map(one.division()::equals).orElse(true)
                        && programme.map(one.programme()::equals).orElse(true)
                        && year.map(asked -> asked == one.budgetYear()).orElse(true));
    }

    public Answer plan(Ask ask) throws InterruptedException {
        return reads.one(ask, Kind.FUNDING_PLAN, year(ask));
    }

    /** The id of the programme's year that the path names. */
    private static String year(Ask ask) {
        return ask.path("division", DivisionCode::new) + "/" + ask.path("programme", ProgrammeCode::new) + "/"
                + ask.path("budgetYear", Integer::valueOf);
    }

    public Answer volumes(Ask ask) throws InterruptedException {
        var institution = ask.given(Params.INSTITUTION);
        var programme = ask.given(Params.PROGRAMME);
        var year = ask.given(Params.BUDGET_YEAR);
        Optional<String> tag = institution.map(id -> FactTags.tag(Tags.INSTITUTION, id))
                .or(() -> programme.map(code -> FactTags.tag(Tags.PROGRAMME, code)));
        return reads.list(ask, Kind.VOLUME_REPORT, Wanted.tagged(tag), one ->
                institution.map(one.institution()::equals).orElse(true)
                        && programme.map(one.programme()::equals).orElse(true)
                        && year.map(asked -> asked == one.budgetYear()).orElse(true));
    }

    public Answer volume(Ask ask) throws InterruptedException {
        return reads.one(ask, Kind.VOLUME_REPORT, ask.path("report", ReportId::new).value());
    }

    /** A report's rows, in the order of the institution's file. */
    public Answer volumeRows(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        ReportId report = ask.path("report", ReportId::new);
        reads.found(ask, asOf, Kind.VOLUME_REPORT, report.value());
        int after = questions.after(ask, key -> Integer.valueOf(key.getFirst())).orElse(0);
        List<VolumeRow> found = entities.list(Kind.VOLUME_ROWS, asOf, ask.reader().scope(),
                        Wanted.tagged(Optional.of(FactTags.tag(Tags.REPORT, report))), part -> part.report().equals(report), "", EVERY)
                .stream()
                .flatMap(part -> part.body().rows().stream())
                .filter(row -> row.row() > after)
                .limit(questions.limit(ask) + 1L)
                .map(VolumeRow::new)
                .toList();
        String next = questions.next(ask, asOf, found, one -> List.of(Integer.toString(one.row().row())));
        return Answer.json(new Page<>(asOf, questions.page(ask, found), next));
    }
}
