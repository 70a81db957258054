package fundtrail.command.kit;

import static fundtrail.command.kit.Office.ACCOUNTANT;
import static fundtrail.command.kit.Office.BUDGET_OFFICER;
import static fundtrail.command.kit.Office.CASHIER;
import static fundtrail.command.kit.Office.CHECKER;
import static fundtrail.command.kit.Office.CLERK;
import static fundtrail.command.kit.Office.HEAD;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CLASSES;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.CTY;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.accountOf;
import static fundtrail.command.kit.Sample.yuan;

import fundtrail.command.contributeriskreserve.ContributeRiskReserve;
import fundtrail.command.decide.Command;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.drawriskreserve.DrawRiskReserve;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.issueauditextract.IssueAuditExtract;
import fundtrail.command.known.ProgrammeYear;
import fundtrail.command.posting.PostingRules;
import fundtrail.command.recordreserveinterest.RecordReserveInterest;
import fundtrail.command.replenishriskreserve.ReplenishRiskReserve;
import fundtrail.command.returnreservedraw.ReturnReserveDraw;
import fundtrail.command.sendpaymentfile.SendPaymentFile;
import fundtrail.command.setrate.SetRate;
import fundtrail.contract.Digest;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AuditExtractIssued.IssuedFile;
import fundtrail.contract.fact.AuditExtractIssued.Kind;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.PaymentBasis.Heads;
import fundtrail.contract.fact.PaymentBasis.Subsidy;
import fundtrail.contract.fact.PaymentBasis.Task;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.TaskCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What people of a busy office ask for about payments that are no advances, about rates and about the risk reserve. */
final class BusyReserve {
    /** Brings a wish through its hands. */
    @FunctionalInterface
    interface Bringing {
        void bring(Command wish, PersonRef... hands);
    }

    private static final PersonRef HEALTH = new PersonRef("p-rates");
    private static final ProgrammeCode SUB = new ProgrammeCode("SUB");
    private static final AllotmentId SUB_H1 = new AllotmentId("SUB-H1");
    /** Out of which the settlement of the year before the last is paid. */
    private static final AllotmentId OLD_YEARS = new AllotmentId("CEN-H1");
    private static final TaskCode TASK = new TaskCode("MCH-01");

    private final Office office;
    private final Random random;
    private final Lately lately;
    private BatchId lastBatch = new BatchId("K0");
    private int number;

    BusyReserve(Office office, Random random) {
        this.random = random;
        this.lately = new Lately(office, random);
        Purse purse = Purse.of(DIVISION, YEAR, CEN).of(H1, SUB).under(SUB_H1);
        Money amount = yuan("100.00");
        this.office = office;
        office.with(Reserve.source(), Reserve.account(), Reserve.planned("20.00"), Sample.budget(CEN, "100.00"), Sample.received(CEN, "100.00", "busy-1"),
                new BudgetAllotted(SUB_H1, H1, DIVISION, CEN, SUB, YEAR, CLASSES, amount, PostingRules.budgetAllotted(purse, amount)),
                Sample.budget(CEN, "20.00"), Sample.allotted(OLD_YEARS, H1, CEN, "20.00"),
                Settled.settled(YEAR - 2, 1, "9.00", "0.00", "0.00", "0.00"), Settled.closed(YEAR - 2),
                new PersonRegistered(HEALTH, Digest.sha256(HEALTH.value().getBytes(StandardCharsets.UTF_8))), new RoleGranted(HEALTH, Role.HO, DIVISION, null));
    }

    void turn(Bringing hands) {
        number++;
        switch (random.nextInt(14)) {
            case 0 -> hands.bring(new SetRate(null, document(), DIVISION, TASK, "随访", "Follow-up", Fraction.parse("2.5"), "人次",
                    DAY.minusDays(random.nextInt(9)), null, null), BUDGET_OFFICER, HEALTH, ACCOUNTANT);
            case 1 -> hands.bring(new SendPaymentFile(null, batchId(), "%064d".formatted(random.nextInt(40))), CASHIER);
            case 2 -> hands.bring(new ContributeRiskReserve(null, document(), DIVISION, YEAR, random.nextBoolean() ? CEN : CTY, null, amount(500),
                    CT, Reserve.CR, null), BUDGET_OFFICER, ACCOUNTANT);
            case 3 -> hands.bring(new ContributeRiskReserve(null, document(), DIVISION, YEAR, null, H1, amount(500), null, Reserve.CR,
                    "gift-" + random.nextInt(40)), BUDGET_OFFICER, ACCOUNTANT);
            case 4 -> hands.bring(new ReplenishRiskReserve(null, document(), DIVISION, YEAR, null, H1, amount(50), null, Reserve.CR,
                    "good-" + random.nextInt(40), draw()), BUDGET_OFFICER, ACCOUNTANT);
            case 5 -> hands.bring(new RecordReserveInterest(null, DIVISION, YEAR, Reserve.CR, "int-" + random.nextInt(40), amount(10)), CASHIER);
            case 6 -> hands.bring(new DrawRiskReserve(null, document(), new DrawId("D" + number), DIVISION, Sample.BPH, YEAR, plan().revision(), H1,
                    new AllotmentId("RSV-H1-" + number), CLASSES, amount(300), Reserve.CR, CT), CHECKER, ACCOUNTANT, HEAD);
            case 7 -> hands.bring(new ReturnReserveDraw(null, document(), draw(), null, amount(200), "未使用"), BUDGET_OFFICER, ACCOUNTANT);
            case 8, 9 -> hands.bring(new ExecuteBatch(null, batchId()), CASHIER);
            case 10 -> hands.bring(new IssueAuditExtract(Kind.JOURNAL, DIVISION, null, null, "/api/journal?known=0",
                    new IssuedFile(0, DAY, 0, "0".repeat(64))), CLERK);
            default -> hands.bring(batch(), CLERK, CHECKER, ACCOUNTANT);
        }
    }

    private DisburseBatch batch() {
        Row row = switch (random.nextInt(5)) {
            case 0 -> {
                Heads heads = new Heads(1 + random.nextInt(5), Fraction.parse("0.61"), 1 + random.nextInt(12));
                yield row(PaymentKind.CAPITATION, heads.exact().toMoney(), PaymentBasis.of(heads));
            }
            case 3, 4 -> settlement();
            case 1 -> row(PaymentKind.SUBSIDY, amount(200), PaymentBasis.of(new Subsidy("TRAINING", null)));
            default -> row(PaymentKind.DIRECTIVE_TASK, yuan("2.50"), PaymentBasis.of(new Task(TASK, Fraction.ONE, null)));
        };
        lastBatch = new BatchId("K" + number);
        return new DisburseBatch(null, lastBatch, DIVISION, CT, null, 1, row.amount(), List.of(row));
    }

    /** Some of what H1's settlement of the year before the last found payable. */
    private Row settlement() {
        return new Row(1, PaymentKind.SETTLEMENT, H1, accountOf(H1), OLD_YEARS, amount(300), "清算", null, "确需再付", PaymentBasis.settled(YEAR - 2));
    }

    private FundingPlanApproved plan() {
        return office.known().purchases().entitlements().plan(new ProgrammeYear(DIVISION, Sample.BPH, YEAR));
    }

    private static Row row(PaymentKind kind, Money amount, PaymentBasis basis) {
        return new Row(1, kind, H1, accountOf(H1), SUB_H1, amount, "补助", null, "确需再付", basis);
    }

    private BatchId batchId() {
        return lately.or(lastBatch, DisbursementBatchApproved.class, DisbursementBatchApproved::batch);
    }

    /** Mostly one that was drawn. */
    private DrawId draw() {
        return lately.or(new DrawId("D" + number), RiskReserveDrawn.class, RiskReserveDrawn::draw);
    }

    private Money amount(int most) {
        return Money.ofFen(1 + random.nextInt(most));
    }

    private DocumentRef document() {
        return new DocumentRef("文件", "澄湖县财政局", "澄财库〔2026〕" + number + "号", DAY, "0".repeat(64));
    }
}
