package fundtrail.command.kit;

import static fundtrail.command.kit.Office.CASHIER;
import static fundtrail.command.kit.Office.CLERK;
import static fundtrail.command.kit.Office.HEAD;
import static fundtrail.command.kit.Office.INSPECTOR;
import static fundtrail.command.kit.Office.LEGAL;
import static fundtrail.command.kit.Reserve.CR;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.cancelbatch.CancelBatch;
import fundtrail.command.carrybudgetforward.CarryBudgetForward;
import fundtrail.command.closeyear.CloseYear;
import fundtrail.command.contributeriskreserve.ContributeRiskReserve;
import fundtrail.command.decide.Command;
import fundtrail.command.decideappeal.DecideAppeal;
import fundtrail.command.determineclawback.DetermineClawback;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.drawriskreserve.DrawRiskReserve;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.gate.Ruling;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Balances;
import fundtrail.command.known.Known;
import fundtrail.command.known.ProgrammeYear;
import fundtrail.command.lapsebudget.LapseBudget;
import fundtrail.command.moveyearcash.MoveYearCash;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.recordreserveinterest.RecordReserveInterest;
import fundtrail.command.returnreservedraw.ReturnReserveDraw;
import fundtrail.contract.Account;
import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.PaymentBasis.Heads;
import fundtrail.contract.fact.PaymentBasis.Subsidy;
import fundtrail.contract.fact.PaymentBasis.Task;
import fundtrail.contract.fact.RateSet;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.id.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The wishes of {@link MoneyWalk}, and among them what makes a year whole: payments of every kind, settlements that are
 * reopened, paid and refunded, the risk reserve, and the end of the year before with all that is carried out of it.
 */
public final class YearsWalk {
    private static final ProgrammeCode SUB = new ProgrammeCode("SUB");
    private static final TaskCode TASK = new TaskCode("MCH-01");
    private static final int BEFORE = YEAR - 1;
    /** Until then the years fill with advances, which a settled year takes no more. */
    private static final int EARLIEST_SETTLEMENT = 800;
    private static final int EARLIEST_CLOSE = 1_800;

    private final MoneyWalk walk;
    private final Random random;
    private final SettlementWalk settlements;
    private final CaseWalk cases;
    private final List<DrawId> draws = new ArrayList<>();
    private final List<BatchId> batches = new ArrayList<>();
    private int number;

    public YearsWalk(long seed) {
        walk = new MoneyWalk(seed);
        random = new Random(seed + 1);
        office().with(Reserve.source(), Reserve.account(), new RateSet(
                DIVISION, TASK, "随访", "Follow-up", Fraction.parse("2.55"), "人次", DAY.minusYears(1), null, null));
        settlements = new SettlementWalk(walk, random);
        cases = new CaseWalk(walk, random);
    }

    public Office office() {
        return walk.office();
    }

    /** One wish more, or at the end of a year many. */
    public void step() {
        number++;
        if (number > EARLIEST_CLOSE && random.nextInt(300) == 0 && !known().years().isClosed(DIVISION, BEFORE)) {
            endOfYear();
            return;
        }
        switch (random.nextInt(number > EARLIEST_SETTLEMENT ? 36 : 25)) {
            case 0 -> asks(new RecordFundReceipt(walk.date(), null, DIVISION, year(), random.nextBoolean() ? CEN : CTY, walk.bankAccount(),
                    "years-" + number, walk.upTo(600_000)));
            case 1 -> asks(subsidyAllotment());
            case 2, 3, 4 -> asks(batch(otherKind()));
            case 5, 6, 7 -> asks(batch(ofSettlement()));
            case 8 -> asks(new ExecuteBatch(walk.date(), batches.isEmpty() ? new BatchId("none") : batches.getLast()), HEAD);
            case 9 -> asks(contribution());
            case 10 -> asks(new RecordReserveInterest(walk.date(), DIVISION, year(), CR, "interest-" + number, walk.upTo(500)));
            case 11 -> draw();
            case 12 -> asks(drawBack());
            case 13 -> asks(carrying(walk.anyOf(List.copyOf(known().allotments().values()), null)));
            case 14 -> asks(lapse(walk.anyOf(List.copyOf(known().allotments().values()), null)));
            case 15 -> asks(yearCash());
            case 25, 26, 27, 28, 29 -> settlements.next().forEach(wish -> asks(wish.get()));
            case 30, 31, 32, 33, 34, 35 -> cases();
            default -> walk.step();
        }
    }

    /** Whoever flagged does not determine, and neither decides the appeal. */
    private void cases() {
        cases.next().forEach(wish -> {
            Command one = wish.get();
            asks(one, switch (one) {
                case DetermineClawback _ -> LEGAL;
                case DecideAppeal _ -> HEAD;
                default -> INSPECTOR;
            });
        });
    }

    private void asks(Command wish) {
        asks(wish, CLERK);
    }

    private void asks(Command wish, PersonRef person) {
        Office.Answer answer = office().asks(person, wish);
        answer.recorded().forEach(entry -> {
            walk.remember(entry);
            cases.remember(entry);
            switch (entry.fact()) {
                case DisbursementBatchApproved fact -> batches.add(fact.batch());
                case RiskReserveDrawn fact -> draws.add(fact.draw());
                default -> { }
            }
        });
        if (answer.ruling() instanceof Ruling.Record && wish instanceof DisburseBatch batch && random.nextInt(3) > 0) {
            asks(new ExecuteBatch(null, batch.batch()), HEAD);
        }
    }

    private Command subsidyAllotment() {
        FundSourceCode source = random.nextBoolean() ? CEN : CTY;
        int year = year();
        return new AllotBudget(null, walk.document(), new AllotmentId("SUB-" + number), random.nextBoolean() ? H1 : H2, DIVISION, source,
                SUB, year, CLASSES, walk.near(known().balances().unallotted(DIVISION, year, source)));
    }

    private DisburseBatch batch(Row plain) {
        Row row = cases.perhapsSetOff(plain);
        return new DisburseBatch(null, new BatchId("Y" + number), DIVISION, walk.bankAccount(), null, 1, row.amount(), List.of(row));
    }

    /** A subsidy, a task or heads, as the allotment's programme lets it. */
    private Row otherKind() {
        Allotment allotment = withAuthority(random.nextInt(3) == 0);
        if (allotment == null || random.nextInt(3) == 0 && !SUB.equals(allotment.programme())) {
            Heads heads = new Heads(1 + random.nextInt(60), Fraction.parse("6.1"), 1 + random.nextInt(12));
            return row(PaymentKind.CAPITATION, allotment, heads.exact().toMoney(), PaymentBasis.of(heads));
        }
        if (SUB.equals(allotment.programme())) {
            return row(PaymentKind.SUBSIDY, allotment, walk.near(walk.available(allotment)), PaymentBasis.of(new Subsidy("TRAINING", null)));
        }
        Task task = new Task(TASK, Fraction.of(1 + random.nextInt(90)), Fraction.parse("2.55"));
        return row(PaymentKind.DIRECTIVE_TASK, allotment, task.exact().toMoney(), PaymentBasis.of(task));
    }

    /** Something a settlement found payable, out of an allotment of its year or a later one. */
    private Row ofSettlement() {
        List<Purse> owed = new ArrayList<>();
        known().balances().fund(Account.SETTLEMENT_PAYABLE).forEach((purse, debit) -> {
            if (debit.isNegative()) {
                owed.add(purse);
            }
        });
        Purse purse = walk.anyOf(owed, null);
        if (purse == null) {
            return row(PaymentKind.SETTLEMENT, withAuthority(false), walk.upTo(500), PaymentBasis.settled(year()));
        }
        Allotment allotment = walk.anyOf(known().allotments().values().stream()
                .filter(one -> one.fundSource().equals(purse.fundSource()) && purse.institution().equals(one.institution())
                        && purse.programme().equals(one.programme()) && walk.available(one).isPositive())
                .toList(), null);
        Money payable = known().balances().fund(Account.SETTLEMENT_PAYABLE, purse).negated();
        Money available = allotment == null ? payable : walk.available(allotment);
        Money most = available.covers(payable) ? payable : available;
        return row(PaymentKind.SETTLEMENT, allotment, random.nextBoolean() ? most : walk.near(most), PaymentBasis.settled(purse.budgetYear()));
    }

    private Allotment withAuthority(boolean ofSubsidies) {
        return walk.anyOf(known().allotments().values().stream()
                .filter(one -> walk.available(one).isPositive() && (!ofSubsidies || SUB.equals(one.programme())))
                .toList(), null);
    }

    private Row row(PaymentKind kind, Allotment allotment, Money amount, PaymentBasis basis) {
        InstitutionId institution = allotment == null ? H1 : allotment.institution();
        return new Row(1, kind, institution, walk.payee(institution), allotment == null ? CEN_H1 : allotment.id(), amount, "补助", null,
                "确需再付", basis);
    }

    private Command contribution() {
        return random.nextBoolean()
                ? new ContributeRiskReserve(null, walk.document(), DIVISION, year(), random.nextBoolean() ? CEN : CTY, null,
                        walk.upTo(20_000), walk.bankAccount(), CR, null)
                : new ContributeRiskReserve(null, walk.document(), DIVISION, year(), null, random.nextBoolean() ? H1 : H2,
                        walk.upTo(20_000), null, CR, "gift-" + number);
    }

    /** All that the plan in force still lets be drawn for one institution, or about as much. */
    private void draw() {
        int year = year();
        ProgrammeCode programme = SettlementWalk.programme(random);
        FundingPlanApproved plan = known().purchases().entitlements().plan(new ProgrammeYear(DIVISION, programme, year));
        Draw draw = plan == null ? null : walk.anyOf(plan.draws(), null);
        if (draw != null) {
            Money left = draw.amount().minus(known().riskReserve().drawn(DIVISION, programme, year, draw.institution()));
            asks(new DrawRiskReserve(null, walk.document(), new DrawId("D" + number), DIVISION, programme, year, plan.revision(),
                    draw.institution(), new AllotmentId("RSV-" + number), CLASSES, random.nextBoolean() ? left : walk.near(left), CR,
                    walk.bankAccount()));
        }
    }

    private Command drawBack() {
        return new ReturnReserveDraw(null, walk.document(), walk.anyOf(draws, new DrawId("none")), null, walk.upTo(3_000), "未使用");
    }

    private Command carrying(Allotment from) {
        int year = year();
        FundSourceCode source = from == null ? CEN : from.fundSource();
        return from == null || random.nextInt(4) == 0
                ? new CarryBudgetForward(null, walk.document(), DIVISION, source, year, null, null,
                        walk.near(known().balances().unallotted(DIVISION, year, source)))
                : new CarryBudgetForward(null, walk.document(), DIVISION, source, from.budgetYear(), from.id(), new AllotmentId("N" + number),
                        walk.near(walk.available(from)));
    }

    private Command lapse(Allotment allotment) {
        int year = year();
        return allotment == null || random.nextInt(4) == 0
                ? new LapseBudget(null, walk.document(), DIVISION, year, CTY, null, walk.near(known().balances().unallotted(DIVISION, year, CTY)))
                : new LapseBudget(null, walk.document(), DIVISION, allotment.budgetYear(), allotment.fundSource(), allotment.id(),
                        walk.near(walk.available(allotment)));
    }

    private Command yearCash() {
        FundSourceCode source = random.nextInt(6) == 0 ? Reserve.RSV : random.nextBoolean() ? CEN : CTY;
        return new MoveYearCash(null, walk.document(), DIVISION, source, walk.bankAccount(), BEFORE, YEAR,
                walk.near(known().balances().treasuryCash(DIVISION, BEFORE, source)));
    }

    /** All that was approved and not paid is cancelled, what is left of the year's authority lapses or is carried on, and the year is closed. */
    private void endOfYear() {
        Balances balances = known().balances();
        known().allotments().values().stream()
                .filter(one -> one.budgetYear() == BEFORE && balances.reserved(one.id()).isPositive())
                .flatMap(one -> known().reversals().drawnOn(one.id()).map(payment -> payment.batch()))
                .distinct().toList()
                .forEach(batch -> asks(new CancelBatch(null, batch, "年终", null), CASHIER));
        for (Allotment one : List.copyOf(known().allotments().values())) {
            Money left = walk.available(one);
            if (one.budgetYear() == BEFORE && left.isPositive()) {
                number++;
                asks(random.nextInt(3) > 0 || one.fundSource().equals(Reserve.RSV)
                        ? new CarryBudgetForward(null, walk.document(), DIVISION, one.fundSource(), BEFORE, one.id(), new AllotmentId("N" + number), left)
                        : new LapseBudget(null, walk.document(), DIVISION, BEFORE, one.fundSource(), one.id(), left));
            }
        }
        for (FundSourceCode source : known().fundSources().values().stream().map(FundSourceRegistered::fundSource).toList()) {
            Money left = balances.unallotted(DIVISION, BEFORE, source);
            if (left.isPositive()) {
                asks(random.nextBoolean()
                        ? new CarryBudgetForward(null, walk.document(), DIVISION, source, BEFORE, null, null, left)
                        : new LapseBudget(null, walk.document(), DIVISION, BEFORE, source, null, left));
            }
        }
        asks(new CloseYear(null, walk.document(), DIVISION, BEFORE), LEGAL);
    }

    private int year() {
        return random.nextInt(3) == 0 ? BEFORE : YEAR;
    }

    private Known known() {
        return office().known();
    }
}
