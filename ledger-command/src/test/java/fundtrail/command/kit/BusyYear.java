package fundtrail.command.kit;

import static fundtrail.command.kit.Office.ACCOUNTANT;
import static fundtrail.command.kit.Office.BUDGET_OFFICER;
import static fundtrail.command.kit.Office.CASHIER;
import static fundtrail.command.kit.Office.CHECKER;
import static fundtrail.command.kit.Office.CLERK;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;

import fundtrail.command.approvefundingplan.ApproveFundingPlan;
import fundtrail.command.computeentitlement.ComputeEntitlement;
import fundtrail.command.confirmsettlement.ConfirmSettlement;
import fundtrail.command.decide.Command;
import fundtrail.command.determinepurchasepool.DeterminePurchasePool;
import fundtrail.command.disputesettlement.DisputeSettlement;
import fundtrail.command.evaluateperformance.EvaluatePerformance;
import fundtrail.command.finalizesettlement.FinalizeSettlement;
import fundtrail.command.fixunitstandard.FixUnitStandard.Baseline;
import fundtrail.command.fixunitstandard.FixUnitStandard;
import fundtrail.command.known.FundingInputs;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.ProgrammeYear;
import fundtrail.command.known.Volumes;
import fundtrail.command.publishworkequivalentschedule.PublishWorkEquivalentSchedule;
import fundtrail.command.recordsettlementrefund.RecordSettlementRefund;
import fundtrail.command.reopensettlement.ReopenSettlement;
import fundtrail.command.reportservicevolume.ReportServiceVolume;
import fundtrail.command.signagreement.SignAgreement;
import fundtrail.contract.Account;
import fundtrail.contract.Digest;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Fraction;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.Role;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.PurchasePoolDetermined.Component;
import fundtrail.contract.fact.PurchasePoolDetermined.Input;
import fundtrail.contract.fact.PurchasePoolDetermined;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.SettlementReopened.Ground;
import fundtrail.contract.fact.UnitStandardFixed.Reason;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished;
import fundtrail.contract.formula.Coefficient.Indicator;
import fundtrail.contract.formula.Equivalents.Quantity;
import fundtrail.contract.formula.FundingPlan;
import fundtrail.contract.formula.FundingPlanner;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.formula.UnitStandard;
import fundtrail.contract.id.AgreementId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.ScheduleId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What people of a busy office ask for about a year's purchase of services: from what work weighs to its settlement. */
final class BusyYear {
    /** A wish and those who bring it through. */
    private record Turn(Command wish, PersonRef... hands) {}

    private static final PersonRef HEALTH = new PersonRef("p-health");
    private static final PersonRef SIGNATORY_1 = new PersonRef("p-signatory-1");
    private static final PersonRef SIGNATORY_2 = new PersonRef("p-signatory-2");
    private static final ItemCode VISIT = new ItemCode("GP-01");
    private static final ProgrammeYear YEAR_OF_ALL = new ProgrammeYear(DIVISION, BPH, YEAR);

    private static final List<ServiceItem> ITEMS = List.of(new ServiceItem(VISIT, "全科门诊", "General practice visit", Fraction.ONE, null));
    private static final List<Component> COMPONENTS = List.of(new Component(Input.TOTAL_INPUT, CEN, null, null, yuan("100.00")));

    private final Office office;
    private final Random random;
    private final Lately lately;
    private int number;

    BusyYear(Office office, Random random) {
        this.office = office;
        this.random = random;
        this.lately = new Lately(office, random);
        employ(HEALTH, Role.HO, null);
        employ(SIGNATORY_1, Role.IS, H1);
        employ(SIGNATORY_2, Role.IS, H2);
        List<Quantity> baseline = List.of(new Quantity(VISIT, Fraction.ONE, Fraction.of(1000)));
        UnitStandard fixed = UnitStandard.of(yuan("100.00"), Fraction.of(1000), 4);
        office.with(
                new WorkEquivalentSchedulePublished(new ScheduleId("S"), DIVISION, DAY.minusYears(1), ITEMS),
                new PurchasePoolDetermined(DIVISION, BPH, YEAR, yuan("100.00"), Money.ZERO, Money.ZERO, Money.ZERO, COMPONENTS, yuan("100.00")),
                new UnitStandardFixed(DIVISION, BPH, YEAR, fixed.pool(), new ScheduleId("S"), YEAR - 1, baseline, fixed.totalEquivalents(),
                        fixed.exact(), 4, fixed.published(), fixed.residual(), null),
                overpaid());
    }

    /** The year before, H1 was advanced 3.00 and earned 1.00: there is something to pay back from the first day on. */
    private static SettlementFinalized overpaid() {
        Purse purse = Purse.of(DIVISION, YEAR - 1, CEN).of(H1, BPH);
        return new SettlementFinalized(DIVISION, H1, BPH, YEAR - 1, 1,
                List.of(SettlementOfSource.of(CEN, yuan("1.00"), yuan("3.00"), Money.ZERO, Money.ZERO)), Lines.of(
                        Line.debit(Account.PROGRAM_EXPENSE, purse, yuan("1.00")), Line.credit(Account.ADVANCES, purse, yuan("3.00")),
                        Line.debit(Account.SETTLEMENT_RECEIVABLE, purse, yuan("2.00"))));
    }

    private void employ(PersonRef person, Role role, InstitutionId institution) {
        office.with(new PersonRegistered(person, Digest.sha256(person.value().getBytes(StandardCharsets.UTF_8))),
                new RoleGranted(person, role, DIVISION, institution));
    }

    /** One of them comes up. */
    void turn(BusyReserve.Bringing hands) {
        Turn turn = next();
        hands.bring(turn.wish(), turn.hands());
    }

    private Turn next() {
        number++;
        InstitutionId one = random.nextBoolean() ? H1 : H2;
        InstitutionYear year = new InstitutionYear(one, BPH, YEAR);
        PersonRef signatory = one.equals(H1) ? SIGNATORY_1 : SIGNATORY_2;
        int settled = lately.or(YEAR, SettlementFinalized.class, SettlementFinalized::budgetYear);
        return switch (random.nextInt(20)) {
            case 0 -> new Turn(schedule(), BUDGET_OFFICER, HEALTH, ACCOUNTANT);
            case 1 -> new Turn(new DeterminePurchasePool(null, document(), DIVISION, BPH, YEAR, yuan("100.00"), Money.ZERO,
                            Money.ZERO, Money.ZERO, COMPONENTS, yuan("100.00")), BUDGET_OFFICER, HEALTH, ACCOUNTANT);
            case 2 -> new Turn(new FixUnitStandard(null, document(), DIVISION, BPH, YEAR, new ScheduleId("S"), YEAR - 1,
                            List.of(new Baseline(VISIT, Fraction.of(1000))), null, Fraction.parse("0.1"), Reason.COST_CHANGE),
                    BUDGET_OFFICER, HEALTH, ACCOUNTANT);
            case 3 -> new Turn(new SignAgreement(null, document(), new AgreementId("A" + number), one, BPH, YEAR, DAY, DAY, null, null),
                    ACCOUNTANT, signatory);
            case 4 -> new Turn(volume(one, year), HEALTH);
            case 5 -> new Turn(new EvaluatePerformance(null, document(), one, BPH, YEAR,
                            List.of(new Indicator("质量", Fraction.ONE, Fraction.of(60 + random.nextInt(40))))), HEALTH);
            case 6, 7 -> new Turn(new ComputeEntitlement(null, one, BPH, YEAR, null, computed(year)), HEALTH);
            case 8, 9 -> new Turn(plan(), BUDGET_OFFICER, CHECKER, ACCOUNTANT);
            case 10, 11 -> new Turn(new FinalizeSettlement(null, document(), one, BPH, YEAR, earned(year)), CLERK, CHECKER, ACCOUNTANT);
            case 12, 13 -> new Turn(new ReopenSettlement(null, document(), one, BPH, YEAR, Ground.ERROR, null, "得分有误"), CHECKER, ACCOUNTANT);
            case 14, 15, 16 -> random.nextBoolean()
                    ? new Turn(new DisputeSettlement(null, one, BPH, settled, revision(new InstitutionYear(one, BPH, settled)), "人次少计"), signatory)
                    : new Turn(new ConfirmSettlement(null, one, BPH, settled, revision(new InstitutionYear(one, BPH, settled))), signatory);
            default -> new Turn(new RecordSettlementRefund(null, one, BPH, random.nextBoolean() ? YEAR : YEAR - 1, CT, "refund-" + number, Money.ofFen(1 + random.nextInt(50))),
                    CASHIER);
        };
    }

    private Command schedule() {
        return new PublishWorkEquivalentSchedule(null, document(), new ScheduleId("S" + number), DIVISION, DAY.minusYears(2), ITEMS);
    }

    private Command volume(InstitutionId one, InstitutionYear year) {
        int day = random.nextInt(300);
        Fraction quantity = Fraction.of(1 + random.nextInt(20));
        List<Volumes.Report> standing = office.known().purchases().volumes().standing(year);
        ReportId corrects = standing.isEmpty() || random.nextInt(3) > 0 ? null : standing.getFirst().report();
        return new ReportServiceVolume(null, new ReportId("V" + number), one, BPH, YEAR, DAY.minusDays(day), DAY.minusDays(day), null,
                quantity, corrects, List.of(new Row(1, new ClaimId("V" + number + ".1"), VISIT, quantity, null)));
    }

    private Money computed(InstitutionYear year) {
        var work = office.known().purchases().entitlements().work(year, YEAR_OF_ALL);
        return work == null ? Money.ZERO : work.exact().toMoney();
    }

    private Money earned(InstitutionYear year) {
        var entitlement = office.known().purchases().entitlements().entitlement(year);
        return entitlement == null ? Money.ZERO : entitlement.entitlement();
    }

    private Command plan() {
        FundingPlan proposed = FundingPlanner.propose(FundingInputs.of(YEAR_OF_ALL, office.known()));
        FundingPlanApproved before = office.known().purchases().entitlements().plan(YEAR_OF_ALL);
        return new ApproveFundingPlan(null, document(), DIVISION, BPH, YEAR, before == null ? 1 : before.revision() + 1,
                proposed.planLines(), proposed.draws(), proposed.reallocations(), proposed.shortfall());
    }

    private int revision(InstitutionYear year) {
        var settlement = office.known().purchases().settlements().of(year);
        return settlement == null ? 1 : settlement.revision();
    }

    private DocumentRef document() {
        return new DocumentRef("文件", "澄湖县财政局", "澄财社〔2026〕" + number + "号", DAY, "0".repeat(64));
    }
}
