package fundtrail.query;

import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.PROGRAM_EXPENSE;
import static fundtrail.contract.Account.SETTLEMENT_PAYABLE;
import static fundtrail.contract.Account.SETTLEMENT_RECEIVABLE;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;
import static fundtrail.query.Chenghu.BPH;
import static fundtrail.query.Chenghu.COUNTY;
import static fundtrail.query.Chenghu.YEAR;
import static fundtrail.query.Chenghu.yuan;

import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Json;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AgreementSigned;
import fundtrail.contract.fact.EntitlementComputed.ByEquivalents;
import fundtrail.contract.fact.EntitlementComputed.Method;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.PerformanceEvaluated;
import fundtrail.contract.fact.PurchasePoolDetermined.Component;
import fundtrail.contract.fact.PurchasePoolDetermined.Input;
import fundtrail.contract.fact.PurchasePoolDetermined;
import fundtrail.contract.fact.ServiceVolumeReported;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.fact.ServiceVolumeReportedRows;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished;
import fundtrail.contract.formula.Coefficient.Indicator;
import fundtrail.contract.formula.Coefficient;
import fundtrail.contract.formula.Equivalents.Quantity;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.formula.UnitStandard;
import fundtrail.contract.id.AgreementId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.ScheduleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The made-up county's purchase of services in 2018, for H1 of the county and N1 of its neighbour: 1,000 visits of weight
 * 1 and 400 checks of weight 2.5 at 3.75 yuan and a score of 88 earn 7,450.00.
 */
public final class ServiceYear {
    public static final ScheduleId SCHEDULE = new ScheduleId("WES-2018");
    public static final ItemCode VISIT = new ItemCode("GP-01");
    public static final ItemCode CHECK = new ItemCode("HC-65");
    private static final Coefficient RULE = new Coefficient(Fraction.of(7, 10), Fraction.of(90), null);
    private static final Fraction WORK = Fraction.of(2000);
    private static final Fraction SCORE = Fraction.of(88);

    private ServiceYear() {}

    public static WorkEquivalentSchedulePublished schedule() {
        return new WorkEquivalentSchedulePublished(SCHEDULE, COUNTY, LocalDate.of(2018, 1, 1), List.of(
                new ServiceItem(VISIT, "全科门诊", "General practice visit", Fraction.ONE, null),
                new ServiceItem(CHECK, "老年人健康体检", "Health check of the elderly", Fraction.of(5, 2), null)));
    }

    public static PurchasePoolDetermined pool() {
        return new PurchasePoolDetermined(COUNTY, BPH, YEAR, yuan("7500.00"), Money.ZERO, Money.ZERO, Money.ZERO,
                List.of(new Component(Input.TOTAL_INPUT, new FundSourceCode("CEN"), BPH, null, yuan("7500.00"))), yuan("7500.00"));
    }

    public static UnitStandardFixed unitStandard() {
        List<Quantity> baseline = List.of(new Quantity(VISIT, Fraction.ONE, Fraction.of(1900)));
        UnitStandard fixed = UnitStandard.of(yuan("7125.00"), Fraction.of(1900), 4);
        return new UnitStandardFixed(COUNTY, BPH, YEAR, fixed.pool(), SCHEDULE, 2017, baseline, fixed.totalEquivalents(), fixed.exact(), 4,
                fixed.published(), fixed.residual(), null);
    }

    public static AgreementSigned agreement(DivisionCode division, String institution) {
        return new AgreementSigned(new AgreementId("AGR-" + institution), division, new InstitutionId(institution), BPH, YEAR,
                LocalDate.of(2018, 1, 1), LocalDate.of(2018, 12, 31), null, null);
    }

    /** The report and the rows before it. */
    public static Fact[] volume(DivisionCode division, String institution) {
        ReportId report = new ReportId("VOL-" + institution);
        List<Row> rows = List.of(
                new Row(2, new ClaimId(institution + ".2"), VISIT, Fraction.of(1000), null),
                new Row(3, new ClaimId(institution + ".3"), CHECK, Fraction.of(400), new PersonRef("p-doctor")));
        return new Fact[] {
            new ServiceVolumeReportedRows(report, new InstitutionId(institution), 1, rows),
            new ServiceVolumeReported(report, division, new InstitutionId(institution), BPH, YEAR, LocalDate.of(2017, 12, 1),
                    LocalDate.of(2018, 11, 30), SCHEDULE, null, 1, 2, WORK, Digest.sha256(Json.canonical(rows)), null)
        };
    }

    public static PerformanceEvaluated evaluated(DivisionCode division, String institution) {
        return new PerformanceEvaluated(division, new InstitutionId(institution), BPH, YEAR,
                List.of(new Indicator("服务质量", Fraction.ONE, SCORE)), SCORE, RULE, RULE.of(SCORE));
    }

    /** 7,450.00: 149/150 · 3.75 · 2,000. */
    public static EntitlementComputed entitlement(DivisionCode division, String institution) {
        ByEquivalents steps = new ByEquivalents(List.of(new ReportId("VOL-" + institution)), SCHEDULE, null, WORK, Fraction.of(15, 4), RULE.of(SCORE));
        return new EntitlementComputed(division, new InstitutionId(institution), BPH, YEAR, Method.EQUIVALENTS, steps, null, steps.exact(),
                steps.exact().toMoney());
    }

    /** All of it that posts nothing, signed by whoever may. */
    static void write(WrittenLedger ledger) {
        ledger.signedBy(Role.BO, "p-bo", Role.HO, "p-ho", Role.CA, "p-ca").write(schedule(), pool(), unitStandard());
        of(ledger, COUNTY, "H1", "p-ho", "p-ca", "p-is1");
        of(ledger, Chenghu.NEIGHBOUR, "N1", "p-nho", "p-nca", "p-nis");
    }

    private static void of(WrittenLedger ledger, DivisionCode division, String institution, String officer, String accountant, String signatory) {
        ledger.signedBy(Role.CA, accountant, Role.IS, signatory).write(agreement(division, institution));
        ledger.signedBy(Role.HO, officer).write(volume(division, institution));
        ledger.write(evaluated(division, institution), entitlement(division, institution));
        ledger.signedBy(Role.CA, accountant).write(plan(division, institution));
    }

    /** CEN bears 5,000.00, CTY 2,450.00. */
    public static FundingPlanApproved plan(DivisionCode division, String institution) {
        return new FundingPlanApproved(division, BPH, YEAR, 1, List.of(
                new PlanLine(new InstitutionId(institution), new FundSourceCode("CEN"), yuan("5000.00")),
                new PlanLine(new InstitutionId(institution), new FundSourceCode("CTY"), yuan("2450.00"))), List.of(), List.of(), Money.ZERO);
    }

    /** With so much of CEN and of CTY advanced. */
    public static SettlementFinalized settled(DivisionCode division, String institution, String ofCen, String ofCty) {
        List<SettlementOfSource> bySource = List.of(
                SettlementOfSource.of(new FundSourceCode("CEN"), yuan("5000.00"), yuan(ofCen), Money.ZERO, Money.ZERO),
                SettlementOfSource.of(new FundSourceCode("CTY"), yuan("2450.00"), yuan(ofCty), Money.ZERO, Money.ZERO));
        List<Line> lines = new ArrayList<>();
        bySource.forEach(source -> {
            Purse purse = Purse.of(division, YEAR, source.fundSource()).of(new InstitutionId(institution), BPH);
            lines.add(debit(PROGRAM_EXPENSE, purse, source.entitlement()));
            add(lines, source.advances(), amount -> credit(ADVANCES, purse, amount));
            add(lines, source.payable(), amount -> credit(SETTLEMENT_PAYABLE, purse, amount));
            add(lines, source.receivable(), amount -> debit(SETTLEMENT_RECEIVABLE, purse, amount));
        });
        return new SettlementFinalized(division, new InstitutionId(institution), BPH, YEAR, 1, bySource, new Lines(lines));
    }

    private static void add(List<Line> lines, Money amount, Function<Money, Line> line) {
        if (!amount.isZero()) {
            lines.add(line.apply(amount));
        }
    }
}
