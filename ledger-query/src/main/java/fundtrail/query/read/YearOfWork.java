package fundtrail.query.read;

import fundtrail.contract.Fraction;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.formula.ClaimPay.PaidHeads;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.ScheduleId;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Payment;
import fundtrail.query.entity.Settlement;
import fundtrail.query.entity.Version;
import fundtrail.query.entity.VolumeReport;
import fundtrail.query.fold.FactTags;
import fundtrail.query.read.Entities.Wanted;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was done and paid for in an institution's year, as one reader sees it at a moment. */
final class YearOfWork {
    private static final int EVERY = Integer.MAX_VALUE;

    private final Entities entities;
    private final AsOf asOf;
    private final Scope scope;
    private final Settlement year;
    private final Map<ScheduleId, Map<ItemCode, ServiceItem>> weights = new HashMap<>();

    YearOfWork(Entities entities, AsOf asOf, Scope scope, Settlement year) {
        this.entities = entities;
        this.asOf = asOf;
        this.scope = scope;
        this.year = year;
    }

    /** The reports that stand for the year. */
    List<VolumeReport> standing() {
        return entities.list(Kind.VOLUME_REPORT, asOf, scope, Wanted.tagged(Optional.of(FactTags.tag(Tags.INSTITUTION, year.institution()))),
                        one -> one.stands() && one.institution().equals(year.institution()) && one.programme().equals(year.programme())
                                && one.budgetYear() == year.budgetYear(), "", EVERY)
                .stream().map(Version::body).toList();
    }

    /** What the rows of some reports weigh. */
    Map<ClaimId, Fraction> equivalents(List<ReportId> reports) {
        Map<ReportId, VolumeReport> known = entities.named(Kind.VOLUME_REPORT, reports.stream().map(ReportId::value).toList(), asOf, scope)
                .stream().map(Version::body).collect(Collectors.toMap(VolumeReport::report, Function.identity()));
        Map<ClaimId, Fraction> equivalents = new HashMap<>();
        for (ReportId report : reports) {
            entities.list(Kind.VOLUME_ROWS, asOf, scope, Wanted.tagged(Optional.of(FactTags.tag(Tags.REPORT, report))),
                            part -> part.report().equals(report), "", EVERY)
                    .forEach(part -> part.body().rows().forEach(row ->
                            equivalents.put(row.claim(), equivalents(known.get(report), row))));
        }
        return equivalents;
    }

    /** Weight · quantity; an item its schedule does not weigh has none. */
    Fraction equivalents(VolumeReport report, Row row) {
        ServiceItem item = item(report, row.item());
        return item == null ? Fraction.ZERO : item.weight().times(row.quantity());
    }

    /** The item as the report's schedule has it, or {@code null}. */
    ServiceItem item(VolumeReport report, ItemCode item) {
        return weights.computeIfAbsent(report.schedule(), schedule ->
                entities.one(Kind.WORK_EQUIVALENT_SCHEDULE, schedule.value(), asOf, scope)
                        .map(known -> known.body().items().stream().collect(Collectors.toMap(ServiceItem::item, Function.identity())))
                        .orElse(Map.of())).get(item);
    }

    /** The heads each batch paid for, once. */
    List<PaidHeads> prepaid() {
        Map<BatchId, PaidHeads> ofBatch = new LinkedHashMap<>();
        payments().stream().filter(payment -> payment.basis() != null && payment.basis().heads() != null).forEach(payment ->
                ofBatch.putIfAbsent(payment.batch(), new PaidHeads(payment.basis().heads().headcount(), payment.basis().heads().rate(),
                        payment.basis().heads().months())));
        return List.copyOf(ofBatch.values());
    }

    /** All that was paid for the year, in the order of the payments' ids. */
    List<Payment> payments() {
        List<Payment> all = entities.list(Kind.PAYMENT, asOf, scope,
                        Wanted.tagged(Optional.of(FactTags.tag(Tags.INSTITUTION, year.institution()))),
                        one -> one.institution().equals(year.institution()) && SettlementReads.paidOn(one) != null, "", EVERY)
                .stream().map(Version::body).toList();
        Map<String, Allotment> allotments = entities.named(
                        Kind.ALLOTMENT, all.stream().map(one -> one.allotment().value()).distinct().toList(), asOf, scope)
                .stream().collect(Collectors.toMap(Version::id, Version::body));
        return all.stream().filter(one -> SettlementReads.isOf(year, one, allotments.get(one.allotment().value()))).toList();
    }
}
