package fundtrail.query.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fundtrail.contract.Account;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.EntitlementComputed.ByEquivalents;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ReportId;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Payment;
import fundtrail.query.entity.Settlement;
import fundtrail.query.entity.UnitStandard;
import fundtrail.query.entity.Version;
import fundtrail.query.entity.VolumeReport.ItemQuantity;
import fundtrail.query.fold.FactTags;
import fundtrail.query.http.Answer;
import fundtrail.query.http.Ask;
import fundtrail.query.read.Entities.Wanted;
import fundtrail.query.read.LineSums.Keys;
import fundtrail.query.store.Sql;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Settlement sheets (清算表): what an institution's year has earned, step by step, and what it has got. */
public final class SettlementReads {
    private static final int EVERY = Integer.MAX_VALUE;
    private static final List<Dimension> BY = List.of(Dimension.fundSource, Dimension.account);
    private static final List<String> OPEN_ACCOUNTS = List.of(
            Account.ADVANCES.name(), Account.SETTLEMENT_PAYABLE.name(), Account.SETTLEMENT_RECEIVABLE.name());

    private final Questions questions;
    private final EntityReads reads;
    private final Entities entities;
    private final LineSums sums;

    /**
     * The sheet.
     *
     * @param work     the year's work item by item; absent where heads are paid for, or nothing is computed yet
     * @param payments all payments of the programme and year, by instalment
     * @param open     what stands open now, source by source
     */
    record Sheet(
            @JsonUnwrapped Settlement settlement,
            @MayBeAbsent Work work,
            List<PaymentOfYear> payments,
            List<OpenOfSource> open,
            long position,
            LocalDate effectiveDate) {}

    /**
     * How the work became money: total = Σ equivalents − what was taken out; exact = coefficient · unit standard · total.
     *
     * @param takenOut   work clawed back before the year was settled, which earns nothing; absent where none was
     * @param pool       the pool the unit standard was made of
     * @param baseline   the equivalents of the baseline year
     * @param exactUnit  pool ÷ baseline
     * @param published  the same as published: what is paid with
     * @param residual   pool − published · baseline
     */
    record Work(
            List<WorkOfItem> items,
            @MayBeAbsent Fraction takenOut,
            Fraction total,
            @MayBeAbsent Money pool,
            @MayBeAbsent Fraction baseline,
            @MayBeAbsent Fraction exactUnit,
            Fraction published,
            @MayBeAbsent Fraction residual,
            Fraction coefficient,
            Fraction exact,
            Money entitlement) {}

    /** What was done of an item by one report. */
    record WorkOfItem(
            ReportId report,
            ItemCode item,
            @MayBeAbsent String nameZh,
            @MayBeAbsent String nameEn,
            @MayBeAbsent Fraction weight,
            Fraction quantity,
            @MayBeAbsent Fraction equivalents) {}

    /** A payment of the year. */
    record PaymentOfYear(
            PaymentId payment,
            PaymentKind kind,
            FundSourceCode fundSource,
            @MayBeAbsent String instalment,
            @MayBeAbsent LocalDate paidOn,
            Payment.State state,
            Money amount,
            Money returned) {}

    /** What stands in the books of one source. */
    record OpenOfSource(FundSourceCode fundSource, Money advances, Money payable, Money receivable) {}

    public SettlementReads(Questions questions, EntityReads reads, Entities entities, LineSums sums) {
        this.questions = questions;
        this.reads = reads;
        this.entities = entities;
        this.sums = sums;
    }

    public Answer list(Ask ask) throws InterruptedException {
        var institution = ask.given(Params.INSTITUTION);
        var programme = ask.given(Params.PROGRAMME);
        var year = ask.given(Params.BUDGET_YEAR);
        var division = ask.given(Params.DIVISION);
        Optional<String> tag = institution.map(id -> FactTags.tag(Tags.INSTITUTION, id))
                .or(() -> programme.map(code -> FactTags.tag(Tags.PROGRAMME, code)));
        return reads.list(ask, Kind.SETTLEMENT, Wanted.tagged(tag), one ->
                institution.map(one.institution()::equals).orElse(true)
                        && programme.map(one.programme()::equals).orElse(true)
                        && year.map(asked -> asked == one.budgetYear()).orElse(true)
                        && division.map(one.division()::equals).orElse(true));
    }

    public Answer sheet(Ask ask) throws InterruptedException {
        AsOf asOf = questions.asOf(ask);
        Version<Settlement> found = reads.found(ask, asOf, Kind.SETTLEMENT, Settlement.id(
                ask.path("institution", InstitutionId::new), ask.path("programme", ProgrammeCode::new),
                ask.path("budgetYear", Integer::valueOf)));
        Settlement settlement = found.body();
        Scope scope = ask.reader().scope();
        return Answer.json(new One<>(asOf, new Sheet(settlement, work(settlement, asOf, scope), payments(settlement, asOf, scope),
                open(settlement, asOf, scope), found.position(), found.effectiveDate())));
    }

    private Work work(Settlement settlement, AsOf asOf, Scope scope) {
        if (settlement.entitlement() == null || settlement.entitlement().equivalents() == null) {
            return null;
        }
        ByEquivalents steps = settlement.entitlement().equivalents();
        Map<ItemCode, ServiceItem> weights = entities.one(Kind.WORK_EQUIVALENT_SCHEDULE, steps.schedule().value(), asOf, scope)
                .map(schedule -> schedule.body().items().stream().collect(Collectors.toMap(ServiceItem::item, Function.identity())))
                .orElse(Map.of());
        List<WorkOfItem> items = entities.named(Kind.VOLUME_REPORT, steps.reports().stream().map(ReportId::value).toList(), asOf, scope)
                .stream()
                .flatMap(report -> report.body().quantities().stream()
                        .map(done -> workOf(report.body().report(), done, weights.get(done.item()))))
                .toList();
        Optional<UnitStandard> standard = entities.one(Kind.UNIT_STANDARD,
                        settlement.division() + "/" + settlement.programme() + "/" + settlement.budgetYear(), asOf, scope)
                .map(Version::body)
                .filter(one -> one.published().equals(steps.unitStandard()));
        return new Work(items, steps.takenOut(), steps.total(),
                standard.map(UnitStandard::pool).orElse(null),
                standard.map(UnitStandard::totalEquivalents).orElse(null),
                standard.map(UnitStandard::exact).orElse(null),
                steps.unitStandard(),
                standard.map(UnitStandard::residual).orElse(null),
                steps.coefficient(), settlement.entitlement().exact(), settlement.entitlement().entitlement());
    }

    private static WorkOfItem workOf(ReportId report, ItemQuantity done, ServiceItem item) {
        return item == null
                ? new WorkOfItem(report, done.item(), null, null, null, done.quantity(), null)
                : new WorkOfItem(report, done.item(), item.nameZh(), item.nameEn(), item.weight(), done.quantity(),
                        item.weight().times(done.quantity()));
    }

    private List<PaymentOfYear> payments(Settlement settlement, AsOf asOf, Scope scope) {
        List<Payment> all = entities.list(Kind.PAYMENT, asOf, scope,
                        Wanted.tagged(Optional.of(FactTags.tag(Tags.INSTITUTION, settlement.institution()))),
                        one -> one.institution().equals(settlement.institution()) && paidOn(one) != null, "", EVERY)
                .stream()
                .map(Version::body)
                .toList();
        Map<String, Allotment> allotments = entities.named(Kind.ALLOTMENT, all.stream().map(one -> one.allotment().value()).distinct().toList(),
                        asOf, scope)
                .stream()
                .collect(Collectors.toMap(Version::id, Version::body));
        return all.stream()
                .filter(one -> isOf(settlement, one, allotments.get(one.allotment().value())))
                .map(one -> new PaymentOfYear(one.payment(), one.kind(), allotments.get(one.allotment().value()).fundSource(),
                        one.instalment(), paidOn(one), one.state(), one.amount(), one.returned()))
                .sorted(Comparator.comparing(PaymentOfYear::paidOn).thenComparing(one -> one.payment().value()))
                .toList();
    }

    /** The day it was executed on; {@code null} before that. */
    static LocalDate paidOn(Payment payment) {
        return payment.steps().stream()
                .filter(step -> step.type().endsWith("Paid") || step.type().endsWith("Prepaid"))
                .map(Payment.Step::effectiveDate)
                .findFirst()
                .orElse(null);
    }

    static boolean isOf(Settlement settlement, Payment payment, Allotment allotment) {
        return allotment != null && allotment.programme().equals(settlement.programme())
                && yearOwed(payment, allotment) == settlement.budgetYear();
    }

    /** The year whose settlement it pays, which a later year's allotment may pay; of any other payment, its allotment's. */
    private static int yearOwed(Payment payment, Allotment allotment) {
        return payment.basis() == null || payment.basis().settledYear() == null
                ? allotment.budgetYear() : payment.basis().settledYear();
    }

    private List<OpenOfSource> open(Settlement settlement, AsOf asOf, Scope scope) {
        Sql matching = Visible.books(scope)
                .and("and division = ? and institution = ?", settlement.division().value(), settlement.institution().value())
                .and("and programme = ? and budget_year = ?", settlement.programme().value(), settlement.budgetYear())
                .and("and account = any(?)", OPEN_ACCOUNTS);
        Map<FundSourceCode, Map<Account, Money>> open = new TreeMap<>(Comparator.comparing(FundSourceCode::value));
        sums.by(BY, asOf, new Keys(false, matching), 0, EVERY).forEach(balance -> open
                .computeIfAbsent(balance.fundSource(), _ -> new EnumMap<>(Account.class))
                .put(balance.account(), balance.balance()));
        return open.entrySet().stream()
                .map(source -> new OpenOfSource(source.getKey(),
                        source.getValue().getOrDefault(Account.ADVANCES, Money.ZERO),
                        source.getValue().getOrDefault(Account.SETTLEMENT_PAYABLE, Money.ZERO).negated(),
                        source.getValue().getOrDefault(Account.SETTLEMENT_RECEIVABLE, Money.ZERO)))
                .toList();
    }
}
