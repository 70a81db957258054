package fundtrail.command.kit;

import static fundtrail.command.kit.Sample.*;

import fundtrail.command.approvefundingplan.ApproveFundingPlan;
import fundtrail.command.computeentitlement.ComputeEntitlement;
import fundtrail.command.decide.Command;
import fundtrail.command.determinepurchasepool.DeterminePurchasePool;
import fundtrail.command.evaluateperformance.EvaluatePerformance;
import fundtrail.command.finalizesettlement.FinalizeSettlement;
import fundtrail.command.known.FundingInputs;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.ProgrammeYear;
import fundtrail.command.known.Purchases;
import fundtrail.command.known.Volumes;
import fundtrail.command.recordsettlementrefund.RecordSettlementRefund;
import fundtrail.command.reopensettlement.ReopenSettlement;
import fundtrail.command.reportservicevolume.ReportServiceVolume;
import fundtrail.contract.Account;
import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.EntitlementComputed.ByHeads;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.PurchasePoolDetermined.Component;
import fundtrail.contract.fact.PurchasePoolDetermined.Input;
import fundtrail.contract.fact.ServiceVolumeReportedRows;
import fundtrail.contract.fact.SettlementReopened.Ground;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.formula.Coefficient.Indicator;
import fundtrail.contract.formula.Equivalents.Quantity;
import fundtrail.contract.formula.FundingPlan;
import fundtrail.contract.formula.FundingPlanner;
import fundtrail.contract.formula.UnitStandard;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.ScheduleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Wishes about what two years' services earn: one programme by work done and its evaluation, the other by heads. */
final class SettlementWalk {
    private static final ProgrammeCode BY_HEADS = new ProgrammeCode("BSP");
    private static final ItemCode VISIT = new ItemCode("GP-01");
    private static final ScheduleId SCHEDULE = new ScheduleId("S");

    private final MoneyWalk walk;
    private final Random random;
    private int number;

    SettlementWalk(MoneyWalk walk, Random random) {
        this.walk = walk;
        this.random = random;
        walk.office().with(new WorkEquivalentSchedulePublished(SCHEDULE, DIVISION, LocalDate.of(YEAR - 2, 1, 1),
                List.of(new ServiceItem(VISIT, "全科门诊", "General practice visit", Fraction.ONE, null))));
        for (int year : List.of(YEAR - 1, YEAR)) {
            UnitStandard fixed = UnitStandard.of(yuan("7000.00"), Fraction.of(600), 4);
            walk.office().with(new UnitStandardFixed(DIVISION, BPH, year, fixed.pool(), SCHEDULE, year - 1,
                    List.of(new Quantity(VISIT, Fraction.ONE, Fraction.of(600))), fixed.totalEquivalents(), fixed.exact(), 4,
                    fixed.published(), fixed.residual(), null));
        }
    }

    static ProgrammeCode programme(Random random) {
        return random.nextBoolean() ? BPH : BY_HEADS;
    }

    /** One wish, or those by which a year is settled one after the other, each as things then are. */
    List<Supplier<Command>> next() {
        number++;
        ProgrammeCode programme = programme(random);
        int year = random.nextInt(3) == 0 ? YEAR : YEAR - 1;
        InstitutionYear one = new InstitutionYear(random.nextBoolean() ? H1 : H2, programme, year);
        ProgrammeYear all = new ProgrammeYear(DIVISION, programme, year);
        List<Supplier<Command>> wishes = new ArrayList<>();
        switch (random.nextInt(10)) {
            case 0 -> wishes.add(this::pool);
            case 1 -> wishes.add(() -> volume(one));
            case 2 -> wishes.add(() -> refund(one));
            case 3 -> wishes.add(() -> plan(all));
            case 4 -> wishes.add(() -> settlement(one));
            case 5 -> wishes.add(() -> reopening(one));
            case 6 -> wishes.add(this::refundOfWhatIsOwed);
            default -> {
                wishes.add(() -> reopening(one));
                wishes.add(() -> programme.equals(BPH) && random.nextBoolean() ? volume(one) : evaluation(one));
                wishes.add(() -> entitlement(one));
                wishes.add(() -> plan(all));
                wishes.add(() -> settlement(one));
            }
        }
        return wishes;
    }

    private Command pool() {
        Component in = new Component(Input.TOTAL_INPUT, CEN, null, null, walk.upTo(900_000).plus(yuan("100.00")));
        Component out = new Component(Input.values()[1 + random.nextInt(3)], CTY, null, null, walk.upTo(9_000));
        return new DeterminePurchasePool(null, walk.document(), DIVISION, BPH, YEAR, in.amount(), of(out, Input.EARMARKED_SUBSIDIES),
                of(out, Input.MAJOR_PUBLIC_HEALTH), of(out, Input.DIRECTIVE_TASKS), List.of(in, out), in.amount().minus(out.amount()));
    }

    private static Money of(Component component, Input input) {
        return component.input() == input ? component.amount() : Money.ZERO;
    }

    private Command volume(InstitutionYear year) {
        Fraction quantity = Fraction.of(1 + random.nextInt(60));
        List<Volumes.Report> standing = purchases().volumes().standing(year);
        ReportId corrects = standing.isEmpty() || random.nextInt(2) > 0 ? null : standing.getFirst().report();
        LocalDate day = DAY.minusDays(random.nextInt(300));
        return new ReportServiceVolume(null, new ReportId("V" + number), year.institution(), year.programme(), year.budgetYear(), day, day,
                null, quantity, corrects, List.of(new ServiceVolumeReportedRows.Row(1, new ClaimId("V" + number + ".1"), VISIT, quantity, null)));
    }

    private Command evaluation(InstitutionYear year) {
        return new EvaluatePerformance(null, walk.document(), year.institution(), year.programme(), year.budgetYear(),
                List.of(new Indicator("质量", Fraction.ONE, Fraction.of(50 + random.nextInt(50)))));
    }

    private Command entitlement(InstitutionYear year) {
        if (year.programme().equals(BY_HEADS)) {
            ByHeads heads = new ByHeads(random.nextInt(200), yuan("13.07"), 1 + random.nextInt(12));
            return new ComputeEntitlement(null, year.institution(), year.programme(), year.budgetYear(), heads, heads.exact().toMoney());
        }
        var work = purchases().entitlements().work(year, year.in(DIVISION));
        return new ComputeEntitlement(null, year.institution(), year.programme(), year.budgetYear(), null,
                work == null ? Money.ZERO : work.exact().toMoney());
    }

    /** As the ledger proposes it. */
    private Command plan(ProgrammeYear year) {
        FundingPlan proposed = FundingPlanner.propose(FundingInputs.of(year, known()));
        FundingPlanApproved before = purchases().entitlements().plan(year);
        return new ApproveFundingPlan(null, walk.document(), DIVISION, year.programme(), year.budgetYear(),
                before == null ? 1 : before.revision() + 1, proposed.planLines(), proposed.draws(), proposed.reallocations(), proposed.shortfall());
    }

    private Command settlement(InstitutionYear year) {
        EntitlementComputed earned = purchases().entitlements().entitlement(year);
        return new FinalizeSettlement(null, walk.document(), year.institution(), year.programme(), year.budgetYear(),
                earned == null ? Money.ZERO : earned.entitlement());
    }

    private Command reopening(InstitutionYear year) {
        return new ReopenSettlement(null, walk.document(), year.institution(), year.programme(), year.budgetYear(), Ground.ERROR, null, "得分有误");
    }

    private Command refundOfWhatIsOwed() {
        List<Purse> owing = new ArrayList<>(known().balances().fund(Account.SETTLEMENT_RECEIVABLE).keySet());
        Purse purse = walk.anyOf(owing, Purse.of(DIVISION, YEAR, CEN).of(H1, BPH));
        return refund(new InstitutionYear(purse.institution(), purse.programme(), purse.budgetYear()));
    }

    private Command refund(InstitutionYear year) {
        Money owed = Money.sum(known().fundSources().values().stream()
                .map(source -> known().balances().fund(Account.SETTLEMENT_RECEIVABLE, purse(year, source.fundSource()))).toList());
        return new RecordSettlementRefund(null, year.institution(), year.programme(), year.budgetYear(), CT, "refund-" + number,
                random.nextInt(3) == 0 ? owed : walk.near(owed));
    }

    private static Purse purse(InstitutionYear year, FundSourceCode source) {
        return Purse.of(DIVISION, year.budgetYear(), source).of(year.institution(), year.programme());
    }

    private Purchases purchases() {
        return known().purchases();
    }

    private Known known() {
        return walk.office().known();
    }
}
