package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.FUNDING_PLAN;
import static fundtrail.query.entity.Kind.PURCHASE_POOL;
import static fundtrail.query.entity.Kind.SETTLEMENT;
import static fundtrail.query.entity.Kind.UNIT_STANDARD;
import static fundtrail.query.entity.Kind.VOLUME_REPORT;
import static fundtrail.query.entity.Kind.VOLUME_ROWS;
import static fundtrail.query.entity.Kind.WORK_EQUIVALENT_SCHEDULE;

import fundtrail.contract.Entry;
import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AgreementSigned;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.PerformanceEvaluated;
import fundtrail.contract.fact.PurchasePoolDetermined;
import fundtrail.contract.fact.ServiceVolumeReported;
import fundtrail.contract.fact.ServiceVolumeReportedRows;
import fundtrail.contract.fact.SettlementConfirmed;
import fundtrail.contract.fact.SettlementDisputed;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.fact.SettlementReopened;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.query.access.Circle;
import fundtrail.query.access.Thing;
import fundtrail.query.entity.FundingPlan;
import fundtrail.query.entity.PurchasePool;
import fundtrail.query.entity.Settlement;
import fundtrail.query.entity.Settlement.Answered;
import fundtrail.query.entity.Settlement.Entitlement;
import fundtrail.query.entity.Settlement.Evaluation;
import fundtrail.query.entity.Settlement.Passed;
import fundtrail.query.entity.UnitStandard;
import fundtrail.query.entity.Version;
import fundtrail.query.entity.VolumeReport;
import fundtrail.query.entity.VolumeReport.ItemQuantity;
import fundtrail.query.entity.VolumeRows;
import fundtrail.query.entity.WorkEquivalentSchedule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The purchase of services, from what work weighs to the settled year. */
final class PurchaseFold implements Fold {
    private static final Set<Circle> RULES = Set.of(Circle.ledger(Thing.RULES));

    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        var document = entry.envelope().document();
        switch (entry.fact()) {
            case WorkEquivalentSchedulePublished one -> outcome.now(WORK_EQUIVALENT_SCHEDULE, one.schedule(), RULES,
                    new WorkEquivalentSchedule(one.schedule(), one.division(), one.validFrom(), one.items(), document));
            case PurchasePoolDetermined one -> outcome.now(
                    PURCHASE_POOL,
                    id(one.division(), one.programme(), one.budgetYear()),
                    Shown.money(one.division()),
                    new PurchasePool(one.division(), one.programme(), one.budgetYear(), one.total(), one.earmarked(),
                            one.majorPublicHealth(), one.directive(), one.components(), one.pool(), document));
            case UnitStandardFixed one -> outcome.now(
                    UNIT_STANDARD,
                    id(one.division(), one.programme(), one.budgetYear()),
                    Shown.rules(one.division()),
                    new UnitStandard(one.division(), one.programme(), one.budgetYear(), one.pool(), one.schedule(), one.baselineYear(),
                            one.baseline(), one.totalEquivalents(), one.exact(), one.places(), one.published(), one.residual(),
                            one.reason(), document));
            case ServiceVolumeReportedRows part -> outcome.now(
                    VOLUME_ROWS,
                    VolumeRows.id(part.report(), part.part()),
                    Shown.institution(Thing.MONEY, earlier, part.institution()),
                    new VolumeRows(part.report(), part.part(), part.rows()));
            case ServiceVolumeReported one -> report(one, earlier, outcome);
            case FundingPlanApproved one -> plan(entry, one, earlier, outcome);
            case AgreementSigned one -> year(entry, one.division(), one.institution(), one.programme(), one.budgetYear(), earlier,
                    outcome, now -> now.agreed(one.agreement()));
            case PerformanceEvaluated one -> year(entry, one.division(), one.institution(), one.programme(), one.budgetYear(), earlier,
                    outcome, now -> now.evaluated(new Evaluation(one.indicators(), one.score(), one.rule(), one.coefficient())));
            case EntitlementComputed one -> year(entry, one.division(), one.institution(), one.programme(), one.budgetYear(), earlier,
                    outcome, now -> now.earned(new Entitlement(
                            one.method(), one.equivalents(), one.capitation(), one.exact(), one.entitlement())));
            case SettlementFinalized one -> year(entry, one.division(), one.institution(), one.programme(), one.budgetYear(), earlier,
                    outcome, now -> now.settled(one.revision(), one.bySource()));
            case SettlementReopened one -> year(entry, one.division(), one.institution(), one.programme(), one.budgetYear(), earlier,
                    outcome, Settlement::reopened);
            case SettlementRefundReceived one -> year(entry, one.division(), one.institution(), one.programme(), one.budgetYear(),
                    earlier, outcome, now -> now.refunded(sum(now.refunded(), one.bySource())));
            case SettlementConfirmed one -> year(entry, one.division(), one.institution(), one.programme(), one.budgetYear(), earlier,
                    outcome, now -> now.answered(Answered.CONFIRMED, null));
            case SettlementDisputed one -> year(entry, one.division(), one.institution(), one.programme(), one.budgetYear(), earlier,
                    outcome, now -> now.answered(Answered.DISPUTED, one.reason()));
            default -> { }
        }
    }

    /** The id of a programme's year. */
    static String id(DivisionCode division, ProgrammeCode programme, int budgetYear) {
        return division + "/" + programme + "/" + budgetYear;
    }

    private static void report(ServiceVolumeReported one, Earlier earlier, Outcome outcome) {
        Map<ItemCode, Fraction> done = new TreeMap<>(Comparator.comparing(ItemCode::value));
        for (int part = 1; part <= one.parts(); part++) {
            earlier.latest(VOLUME_ROWS, VolumeRows.id(one.report(), part)).ifPresent(rows ->
                    rows.rows().forEach(row -> done.merge(row.item(), row.quantity(), Fraction::plus)));
        }
        outcome.now(VOLUME_REPORT, one.report(), Shown.money(one.division(), one.institution()),
                new VolumeReport(one.report(), one.division(), one.institution(), one.programme(), one.budgetYear(), one.from(),
                        one.to(), one.schedule(), one.fileHash(), one.rowCount(), one.rowsHash(), one.totalEquivalents(),
                        done.entrySet().stream().map(item -> new ItemQuantity(item.getKey(), item.getValue())).toList(),
                        one.corrects(), null));
        if (one.corrects() != null) {
            earlier.version(VOLUME_REPORT, one.corrects().value()).ifPresent(old ->
                    outcome.now(VOLUME_REPORT, old.id(), old.shownTo(), old.body().replacedBy(one.report())));
        }
    }

    /** The plan itself, and of each institution's year what bears it now; one the plan no longer names is borne by nothing. */
    private static void plan(Entry entry, FundingPlanApproved one, Earlier earlier, Outcome outcome) {
        String id = id(one.division(), one.programme(), one.budgetYear());
        Set<InstitutionId> named = new TreeSet<>(Comparator.comparing(InstitutionId::value));
        earlier.latest(FUNDING_PLAN, id).ifPresent(before -> before.planLines().forEach(line -> named.add(line.institution())));
        one.planLines().forEach(line -> named.add(line.institution()));
        outcome.now(FUNDING_PLAN, id, Shown.money(one.division()), new FundingPlan(one.division(), one.programme(), one.budgetYear(),
                one.revision(), one.planLines(), one.draws(), one.reallocations(), one.shortfall(), entry.envelope().document()));
        for (InstitutionId institution : named) {
            year(entry, one.division(), institution, one.programme(), one.budgetYear(), earlier, outcome, now ->
                    now.planned(one.planLines().stream().filter(line -> line.institution().equals(institution)).toList()));
        }
    }

    private static void year(Entry entry, DivisionCode division, InstitutionId institution, ProgrammeCode programme, int budgetYear,
            Earlier earlier, Outcome outcome, UnaryOperator<Settlement> change) {
        String id = Settlement.id(institution, programme, budgetYear);
        var known = earlier.version(SETTLEMENT, id);
        Settlement before = known.map(Version::body).orElseGet(() -> Settlement.none(division, institution, programme, budgetYear));
        outcome.now(SETTLEMENT, id, known.map(Version::shownTo).orElseGet(() -> Shown.money(division, institution)),
                change.apply(before).after(new Passed(
                        entry.envelope().type(), entry.position(), entry.envelope().effectiveDate())));
    }

    private static List<SourceAmount> sum(List<SourceAmount> before, List<SourceAmount> more) {
        Map<FundSourceCode, Money> sums = new TreeMap<>(Comparator.comparing(FundSourceCode::value));
        before.forEach(one -> sums.merge(one.fundSource(), one.amount(), Money::plus));
        more.forEach(one -> sums.merge(one.fundSource(), one.amount(), Money::plus));
        return sums.entrySet().stream().map(one -> new SourceAmount(one.getKey(), one.getValue())).toList();
    }
}
