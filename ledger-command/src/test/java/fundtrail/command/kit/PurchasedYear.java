package fundtrail.command.kit;

import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;
import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.RESERVE_CASH;
import static fundtrail.contract.Account.RISK_RESERVE;
import static fundtrail.contract.Account.SETTLEMENT_PAYABLE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;

import fundtrail.command.approvefundingplan.ApproveFundingPlan;
import fundtrail.command.computeentitlement.ComputeEntitlement;
import fundtrail.command.decide.Command;
import fundtrail.command.determinepurchasepool.DeterminePurchasePool;
import fundtrail.command.evaluateperformance.EvaluatePerformance;
import fundtrail.command.finalizesettlement.FinalizeSettlement;
import fundtrail.command.fixunitstandard.FixUnitStandard.Baseline;
import fundtrail.command.fixunitstandard.FixUnitStandard;
import fundtrail.command.known.FundingInputs;
import fundtrail.command.known.ProgrammeYear;
import fundtrail.command.posting.PostingRules;
import fundtrail.command.posting.ReservePostings;
import fundtrail.command.posting.YearPostings;
import fundtrail.command.publishworkequivalentschedule.PublishWorkEquivalentSchedule;
import fundtrail.command.recordsettlementrefund.RecordSettlementRefund;
import fundtrail.command.reopensettlement.ReopenSettlement;
import fundtrail.command.reportservicevolume.ReportServiceVolume;
import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetCarriedForward;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.PurchasePoolDetermined.Component;
import fundtrail.contract.fact.PurchasePoolDetermined.Input;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.SettlementReopened.Ground;
import fundtrail.contract.fact.UnitStandardFixed.Reason;
import fundtrail.contract.fact.WorkEquivalentSchedulePublished.ServiceItem;
import fundtrail.contract.formula.Coefficient.Indicator;
import fundtrail.contract.formula.FundingPlan;
import fundtrail.contract.formula.FundingPlanner;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.ScheduleId;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A year's purchase of services, brought from what work weighs to its settlement by the commands themselves. What others'
 * commands would have posted before, allotments, advances, payments, is written into the books as it is.
 */
public final class PurchasedYear {
    public static final ItemCode VISIT = new ItemCode("GP-01");
    public static final ScheduleId SCHEDULE = new ScheduleId("WES");
    public static final FundSourceCode RSV = new FundSourceCode("RSV");
    private static final BankAccountId CR = new BankAccountId("CR");
    private final Given ledger = Given.given(Sample.treasuryAccount(), source("CEN", Level.CENTRAL), source("CTY", Level.COUNTY),
            source("PRO", Level.PROVINCIAL), source("RSV", Level.RISK_RESERVE));
    private int number;

    private static FundSourceRegistered source(String code, Level level) {
        return new FundSourceRegistered(new FundSourceCode(code), code + "资金", "Source " + code, level, "111", null, false,
                RestitutionTarget.ALLOTMENT, RestitutionTarget.TREASURY, null);
    }

    public Given ledger() {
        return ledger;
    }

    /** The wish is carried out; the facts it led to. */
    public List<Fact> does(Command wish) {
        List<Fact> facts = ledger.when(wish).facts();
        facts.forEach(ledger::and);
        return facts;
    }

    /** So much of the risk reserve is there. */
    public PurchasedYear reserve(String yuan) {
        Purse purse = Purse.of(DIVISION, YEAR, RSV);
        return books(debit(RESERVE_CASH, purse.in(CR), yuan(yuan)), credit(RISK_RESERVE, purse, yuan(yuan)));
    }

    /** An institution and its allotments: {@code "H1 CEN 100.00 CTY 20.00"}. An allotment is called by source and institution. */
    public PurchasedYear institution(String allotments) {
        String[] words = allotments.split(" +");
        ledger.and(Sample.institution(new InstitutionId(words[0])));
        for (int i = 1; i < words.length; i += 2) {
            Purse source = purse(words[0], words[i]).of(null, null);
            books(debit(AUTHORITY, source, yuan(words[i + 1])), credit(UNALLOTTED, source, yuan(words[i + 1])));
            allotted(allotment(purse(words[0], words[i])), yuan(words[i + 1]));
        }
        return this;
    }

    private void allotted(Purse allotment, Money amount) {
        ledger.and(new BudgetAllotted(allotment.allotment(), allotment.institution(), DIVISION, allotment.fundSource(), BPH, YEAR,
                Sample.CLASSES, amount, PostingRules.budgetAllotted(allotment, amount)));
    }

    /** Advances paid: {@code "H1 CEN 90.00"}. */
    public PurchasedYear advanced(String advances) {
        return post(advances, (purse, amount) -> List.of(
                debit(ADVANCES, purse, amount), credit(TREASURY_CASH, cash(purse), amount),
                debit(ALLOTTED, allotment(purse), amount), credit(EXPENDED, allotment(purse), amount)));
    }

    /** What a settlement found payable, paid. */
    public PurchasedYear paid(String payments) {
        return post(payments, (purse, amount) -> List.of(
                debit(SETTLEMENT_PAYABLE, purse, amount), credit(TREASURY_CASH, cash(purse), amount),
                debit(ALLOTTED, allotment(purse), amount), credit(EXPENDED, allotment(purse), amount)));
    }

    /** Authority moved from one institution to another, which has an allotment of the source then: {@code "H3 H1 CEN 1.00"}. */
    public PurchasedYear moved(String move) {
        String[] words = move.split(" +");
        for (int i = 2; i < words.length; i += 2) {
            Money amount = yuan(words[i + 1]);
            Purse from = allotment(purse(words[0], words[i]));
            Purse to = allotment(purse(words[1], words[i]));
            if (ledger.known().allotments().has(to.allotment())) {
                books(debit(ALLOTTED, from, amount), credit(ALLOTTED, to, amount));
            } else {
                books(debit(ALLOTTED, from, amount), credit(UNALLOTTED, purse(words[0], words[i]).of(null, null), amount));
                allotted(to, amount);
            }
        }
        return this;
    }

    /** What was left of allotments went on into the next year: {@code "K3 CEN 1.00"}. */
    public PurchasedYear carried(String left) {
        String[] words = left.split(" +");
        for (int i = 1; i < words.length; i += 2) {
            Purse from = allotment(purse(words[0], words[i]));
            AllotmentId to = new AllotmentId(from.allotment() + "-next");
            ledger.and(new BudgetCarriedForward(DIVISION, from.fundSource(), YEAR, from.allotment(), to, yuan(words[i + 1]),
                    YearPostings.carriedForward(from, to, yuan(words[i + 1]))));
        }
        return this;
    }

    /** A draw on the reserve, made. */
    public PurchasedYear drawn(String institution, String yuan) {
        Purse allotment = allotment(purse(institution, "RSV"));
        ledger.and(new RiskReserveDrawn(new DrawId("D-" + institution), DIVISION, BPH, YEAR, 1, allotment.institution(), allotment.allotment(), RSV,
                Sample.CLASSES, yuan(yuan), CR, CT, ReservePostings.drawn(allotment, CT, CR, yuan(yuan))));
        return this;
    }

    private PurchasedYear post(String what, BiFunction<Purse, Money, List<Line>> lines) {
        String[] words = what.split(" +");
        for (int i = 1; i < words.length; i += 2) {
            books(lines.apply(purse(words[0], words[i]), yuan(words[i + 1])).toArray(Line[]::new));
        }
        return this;
    }

    /** Lines that some fact of another family has posted. */
    private PurchasedYear books(Line... lines) {
        number++;
        ledger.and(new FundReceived(DIVISION, YEAR, CEN, CT, "books-" + number, yuan("1.00"), Lines.of(lines)));
        return this;
    }

    public static Purse purse(String institution, String source) {
        return Purse.of(DIVISION, YEAR, new FundSourceCode(source)).of(new InstitutionId(institution), BPH);
    }

    private static Purse cash(Purse purse) {
        return Purse.of(purse.division(), purse.budgetYear(), purse.fundSource()).in(CT);
    }

    private static Purse allotment(Purse purse) {
        return purse.under(new AllotmentId(purse.fundSource() + "-" + purse.institution()));
    }

    /** One item of weight 1, a pool of one line, and what the document says they make. */
    public PurchasedYear standard(String pool, String baseline, String published) {
        does(schedule());
        does(pool(pool));
        does(standardWish(baseline, published, null));
        return this;
    }

    public static PublishWorkEquivalentSchedule schedule() {
        return new PublishWorkEquivalentSchedule(null, DOCUMENT, SCHEDULE, DIVISION, DAY.minusYears(1),
                List.of(new ServiceItem(VISIT, "全科门诊", "General practice visit", Fraction.ONE, null)));
    }

    public static DeterminePurchasePool pool(String pool) {
        return new DeterminePurchasePool(null, DOCUMENT, DIVISION, BPH, YEAR, yuan(pool), Money.ZERO, Money.ZERO, Money.ZERO,
                List.of(new Component(Input.TOTAL_INPUT, CEN, BPH, null, yuan(pool))), yuan(pool));
    }

    public static FixUnitStandard standardWish(String baseline, String published, Reason reason) {
        return new FixUnitStandard(null, DOCUMENT, DIVISION, BPH, YEAR, SCHEDULE, YEAR - 1,
                List.of(new Baseline(VISIT, Fraction.parse(baseline))), null, Fraction.parse(published), reason);
    }

    /** The institution's work in one row, and its score in one indicator; then what it has earned. */
    public PurchasedYear earned(String institution, String work, String score, String entitlement) {
        does(volume(institution, "V-" + institution, work, null));
        return scored(institution, score, entitlement);
    }

    public static ReportServiceVolume volume(String institution, String report, String work, String corrects) {
        return new ReportServiceVolume(null, new ReportId(report), new InstitutionId(institution), BPH, YEAR, DAY.minusDays(40), DAY.minusDays(10),
                null, Fraction.parse(work), corrects == null ? null : new ReportId(corrects),
                List.of(new Row(2, new ClaimId(report + ".2"), VISIT, Fraction.parse(work), null)));
    }

    /** A score, and what the institution has earned by it. */
    public PurchasedYear scored(String institution, String score, String entitlement) {
        does(new EvaluatePerformance(null, DOCUMENT, new InstitutionId(institution), BPH, YEAR,
                List.of(new Indicator("服务质量", Fraction.ONE, Fraction.parse(score)))));
        does(new ComputeEntitlement(null, new InstitutionId(institution), BPH, YEAR, null, yuan(entitlement)));
        return this;
    }

    /** The plan as the ledger proposes it. */
    public ApproveFundingPlan proposedPlan() {
        ProgrammeYear year = new ProgrammeYear(DIVISION, BPH, YEAR);
        FundingPlan plan = FundingPlanner.propose(FundingInputs.of(year, ledger.known()));
        FundingPlanApproved before = ledger.known().purchases().entitlements().plan(year);
        return new ApproveFundingPlan(null, DOCUMENT, DIVISION, BPH, YEAR, before == null ? 1 : before.revision() + 1,
                plan.planLines(), plan.draws(), plan.reallocations(), plan.shortfall());
    }

    public PurchasedYear planned() {
        does(proposedPlan());
        return this;
    }

    public static FinalizeSettlement settlement(String institution, String entitlement) {
        return new FinalizeSettlement(null, DOCUMENT, new InstitutionId(institution), BPH, YEAR, yuan(entitlement));
    }

    public SettlementFinalized settled(String institution, String entitlement) {
        return (SettlementFinalized) does(settlement(institution, entitlement)).getFirst();
    }

    public static ReopenSettlement reopening(String institution) {
        return new ReopenSettlement(null, DOCUMENT, new InstitutionId(institution), BPH, YEAR, Ground.ERROR, null, "考核得分登记有误");
    }

    public static RecordSettlementRefund refund(String institution, String amount) {
        return new RecordSettlementRefund(null, new InstitutionId(institution), BPH, YEAR, CT, "refund-" + amount, yuan(amount));
    }

    /** What stands in an account of the institution and source, as a debit. */
    public Money balance(fundtrail.contract.Account account, String institution, String source) {
        return ledger.known().balances().fund(account, purse(institution, source));
    }
}
