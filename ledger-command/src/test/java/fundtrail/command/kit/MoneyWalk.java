package fundtrail.command.kit;

import static fundtrail.command.kit.Office.CASHIER;
import static fundtrail.command.kit.Office.CLERK;
import static fundtrail.command.kit.Office.INSPECTOR;
import static fundtrail.command.kit.Office.LEGAL;
import static fundtrail.command.kit.Office.OPENING;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.Slices;
import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.approvebudget.ApproveBudget;
import fundtrail.command.cancelbatch.CancelBatch;
import fundtrail.command.closepayeeaccount.ClosePayeeAccount;
import fundtrail.command.confirmpayment.ConfirmPayment;
import fundtrail.command.decide.Command;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.known.Known;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known.PayeeAccount;
import fundtrail.command.known.Payment;
import fundtrail.command.known.Transfers.Tranche;
import fundtrail.command.placepaymenthold.PlacePaymentHold;
import fundtrail.command.reallocatebudget.ReallocateBudget;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.recordtransfernotice.RecordTransferNotice;
import fundtrail.command.recordtransferreceipt.RecordTransferReceipt;
import fundtrail.command.reducebudget.ReduceBudget;
import fundtrail.command.registerpayeeaccount.RegisterPayeeAccount;
import fundtrail.command.releasepaymenthold.ReleasePaymentHold;
import fundtrail.command.returnpayment.ReturnPayment;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.contract.CompensationChannel;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.Role;
import fundtrail.contract.fact.*;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.*;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Wishes about money at random, most of them close to what is just possible: the last fen and one more, this budget
 * year's money and last year's, two bank accounts, holds that come and go, payments that return and are reversed. Each
 * is granted or refused by the gate at one signature. The seed says what happens.
 */
public final class MoneyWalk {
    private static final List<InstitutionId> INSTITUTIONS = List.of(H1, H2);
    private static final List<FundSourceCode> SOURCES = List.of(CEN, CTY);
    /** Comes from above, tranche by tranche. */
    private static final FundSourceCode UPPER = new FundSourceCode("UPP");
    private static final List<FundSourceCode> ALL_SOURCES = List.of(CEN, CTY, UPPER);
    private static final List<ProgrammeCode> PROGRAMMES = List.of(BPH, new ProgrammeCode("BSP"));
    private static final BankAccountId CT2 = new BankAccountId("CT2");

    private final Office office = new Office();
    private final Random random;
    private final List<BatchId> batches = new ArrayList<>();
    private final List<PaymentId> paid = new ArrayList<>();
    private final List<HoldId> holds = new ArrayList<>();
    private final List<Long> reversible = new ArrayList<>();
    private Instant now = OPENING;
    private int number;

    public MoneyWalk(long seed) {
        random = new Random(seed);
        office.with(institution(H1), institution(H2), source(CEN), source(CTY), source(UPPER, Level.CENTRAL), treasuryAccount(),
                new TreasuryAccountRegistered(CT2, DIVISION, Use.TREASURY, "澄湖县财政局", "9900000000000002", "虚构银行澄湖支行"),
                payeeAccount(H1), payeeAccount(H2),
                new AuthorityMatrixSet(new Slices().all().stream()
                        .map(slice -> new AuthorityMatrixSet.Row(slice.name(), List.of(AuthorityMatrixSet.Signer.anyOf(Role.values()))))
                        .toList()));
        office.at(now = now.plus(Duration.ofDays(1)));
    }

    public Office office() {
        return office;
    }

    /** One wish more. */
    public void step() {
        number++;
        if (random.nextInt(10) == 0) {
            office.at(now = now.plus(Duration.ofHours(random.nextInt(48))));
        }
        Office.Answer answer = switch (random.nextInt(27)) {
            case 0 -> office.asks(CASHIER, budget());
            case 1, 2 -> office.asks(CASHIER, allotment());
            case 3, 4 -> office.asks(CASHIER, receipt());
            case 5, 6, 7, 8 -> office.asks(CLERK, batch());
            case 9, 10, 11 -> office.asks(CASHIER, new ExecuteBatch(date(), batchId()));
            case 12 -> office.asks(CASHIER, cancellation());
            case 13, 14 -> office.asks(CASHIER, new ConfirmPayment(date(), payment(), reference("out")));
            case 15 -> office.asks(CASHIER, comingBack());
            case 16, 17 -> office.asks(CASHIER, new ReverseEntry(date(), document(),
                    reversible.isEmpty() ? 0 : recent(reversible), "录入有误"));
            case 18 -> office.asks(INSPECTOR, hold());
            case 20, 21 -> office.asks(CASHIER, reallocation());
            case 22 -> office.asks(CASHIER, reduction());
            case 23, 24 -> office.asks(CASHIER, new RecordTransferNotice(date(), document(), tranche(), DIVISION, year(), Level.PROVINCIAL,
                    UPPER, null, null, upTo(200_000), false));
            case 25, 26 -> office.asks(CASHIER, transfer());
            default -> random.nextInt(3) == 0
                    ? office.asks(CASHIER, account())
                    : office.asks(LEGAL, new ReleasePaymentHold(null, holds.isEmpty() ? new HoldId("none") : recent(holds), "已查清"));
        };
        answer.recorded().forEach(this::remember);
    }

    void remember(Entry entry) {
        switch (entry.fact()) {
            case DisbursementBatchApproved batch -> batches.add(batch.batch());
            case PaymentHoldPlaced hold -> holds.add(hold.hold());
            case FundReceived receipt -> reversible.add(entry.position());
            case BudgetAllotted allotted -> reversible.add(entry.position());
            case BudgetReallocated moved -> reversible.add(entry.position());
            case TransferReceived receipt -> reversible.add(entry.position());
            case RiskReserveContributed contributed -> reversible.add(entry.position());
            case Paid payment -> {
                paid.add(payment.payment());
                reversible.add(entry.position());
            }
            default -> { }
        }
    }

    private Command budget() {
        return new ApproveBudget(date(), document(), DIVISION, year(), anyOf(PROGRAMMES, BPH), CompensationChannel.BASIC_SERVICE_PURCHASE,
                List.of(new SourceAmount(anyOf(SOURCES, CEN), upTo(200_000))));
    }

    private TrancheId tranche() {
        return new TrancheId("T" + random.nextInt(12));
    }

    private Command transfer() {
        TrancheId id = tranche();
        Tranche tranche = known().transfers().tranche(DIVISION, id);
        return new RecordTransferReceipt(date(), null, id, DIVISION, bankAccount(), today().minusDays(5), reference("down"),
                near(tranche == null ? Money.ZERO : tranche.outstanding()));
    }

    private Command reallocation() {
        Allotment from = anyOf(List.copyOf(known().allotments().values()), null);
        Allotment to = random.nextInt(4) == 0 ? null : anyOf(List.copyOf(known().allotments().values()), null);
        AllotmentId id = from == null ? CEN_H1 : from.id();
        return new ReallocateBudget(date(), document(), id, to == null || to.id().equals(id) ? null : to.id(),
                near(from == null ? Money.ZERO : available(from)));
    }

    private Command reduction() {
        Allotment allotment = random.nextBoolean() ? null : anyOf(List.copyOf(known().allotments().values()), null);
        FundSourceCode source = allotment == null ? anyOf(ALL_SOURCES, CEN) : allotment.fundSource();
        int year = allotment == null ? year() : allotment.budgetYear();
        Money left = allotment == null ? known().balances().unallotted(DIVISION, year, source) : available(allotment);
        return new ReduceBudget(date(), document(), DIVISION, year, source, allotment == null ? null : allotment.id(), near(left));
    }

    private Command allotment() {
        FundSourceCode source = anyOf(ALL_SOURCES, CEN);
        int year = year();
        return new AllotBudget(date(), document(), new AllotmentId("A" + number), anyOf(INSTITUTIONS, H1), DIVISION, source,
                anyOf(PROGRAMMES, BPH), year, CLASSES, near(known().balances().unallotted(DIVISION, year, source)));
    }

    private Command receipt() {
        return new RecordFundReceipt(date(), null, DIVISION, year(), anyOf(SOURCES, CEN), bankAccount(), reference("in"),
                upTo(15_000));
    }

    private Command batch() {
        boolean anyAllotment = random.nextInt(8) == 0;
        List<Allotment> allotments = known().allotments().values().stream()
                .filter(allotment -> anyAllotment || available(allotment).isPositive())
                .toList();
        List<DisburseBatch.Row> rows = new ArrayList<>();
        for (int row = 1 + random.nextInt(3); rows.size() < 1 + random.nextInt(5); row += 1 + random.nextInt(2)) {
            Allotment allotted = allotments.isEmpty() ? null : anyOf(allotments, null);
            InstitutionId institution = allotted == null ? H1 : allotted.institution();
            rows.add(new DisburseBatch.Row(row, PaymentKind.ADVANCE, institution, payee(institution),
                    allotted == null ? CEN_H1 : allotted.id(), near(allotted == null ? Money.ZERO : available(allotted)), "补助", null,
                    random.nextInt(5) == 0 ? null : "确需再付"));
        }
        return new DisburseBatch(date(), new BatchId("B" + number), DIVISION, bankAccount(), null, rows.size(),
                Money.sum(rows.stream().map(DisburseBatch.Row::amount).toList()), rows);
    }

    private Command cancellation() {
        return new CancelBatch(date(), batchId(), "调整", random.nextBoolean() ? null : List.of(1 + random.nextInt(5)));
    }

    private Command comingBack() {
        PaymentId id = payment();
        Payment payment = known().payments().payment(id);
        Money left = payment == null ? Money.ZERO : payment.amount().minus(payment.returned());
        return new ReturnPayment(date(), id, near(left), reference("back"), "户名不符");
    }

    private Command hold() {
        InstitutionId institution = anyOf(INSTITUTIONS, H1);
        ProgrammeCode programme = random.nextBoolean() ? null : anyOf(PROGRAMMES, BPH);
        Money amount = random.nextInt(8) == 0 ? null : near(known().balances().unpaid(institution, programme));
        LocalDate last = today().plusDays(1 + random.nextInt(3));
        return new PlacePaymentHold(document(), new HoldId("hold-" + number), institution, programme, amount, "预算法实施条例第六十条", last, last);
    }

    /** Closes an institution's account, or registers another for it. */
    private Command account() {
        InstitutionId institution = anyOf(INSTITUTIONS, H1);
        return random.nextInt(3) == 0
                ? new ClosePayeeAccount(payee(institution), "改开他行")
                : new RegisterPayeeAccount(new PayeeAccountId("P" + number), institution, "青溪镇卫生院", "99" + number, "虚构银行");
    }

    Money available(Allotment allotment) {
        return known().balances().available(allotment.id());
    }

    PayeeAccountId payee(InstitutionId institution) {
        List<PayeeAccount> open = known().payeeAccountsOf(institution).stream().filter(account -> !account.closed()).toList();
        return open.isEmpty() ? accountOf(institution) : anyOf(open, null).account().payeeAccount();
    }

    private BatchId batchId() {
        if (batches.isEmpty()) {
            return new BatchId("none");
        }
        return random.nextInt(3) == 0 ? anyOf(batches, null) : recent(batches);
    }

    /** Mostly one that was paid. */
    private PaymentId payment() {
        return paid.isEmpty() || random.nextInt(8) == 0 ? new PaymentId(batchId() + ".1") : recent(paid);
    }

    /** Just this much, one fen more, one fen, or any part of it. */
    Money near(Money limit) {
        return switch (random.nextInt(12)) {
            case 0 -> limit;
            case 1 -> limit.plus(Money.ofFen(1));
            case 2 -> Money.ofFen(1);
            default -> upTo(Math.clamp(limit.fen() / 3, 1, 100_000));
        };
    }

    Money upTo(int fen) {
        return Money.ofFen(1 + random.nextInt(fen));
    }

    LocalDate date() {
        return random.nextInt(3) == 0 ? today().minusDays(random.nextInt(4)) : null;
    }

    LocalDate today() {
        return known().dateOf(now);
    }

    private int year() {
        return random.nextInt(4) == 0 ? YEAR - 1 : YEAR;
    }

    BankAccountId bankAccount() {
        return random.nextInt(4) == 0 ? CT2 : CT;
    }

    /** Mostly new, now and then one used before. */
    String reference(String kind) {
        return kind + "-" + (random.nextInt(20) == 0 ? number / 2 : number);
    }

    DocumentRef document() {
        return new DocumentRef("文件", "澄湖县财政局", "澄财〔2026〕" + number + "号", DAY, "0".repeat(64));
    }

    <T> T anyOf(List<T> list, T otherwise) {
        return list.isEmpty() ? otherwise : list.get(random.nextInt(list.size()));
    }

    /** One of the latest. */
    private <T> T recent(List<T> list) {
        return list.get(Math.max(0, list.size() - 1 - random.nextInt(12)));
    }

    private Known known() {
        return office.known();
    }
}
