package fundtrail.command.kit;

import static fundtrail.command.kit.Sample.*;

import fundtrail.command.confirmpayment.ConfirmPayment;
import fundtrail.command.decide.Command;
import fundtrail.command.decideappeal.DecideAppeal;
import fundtrail.command.determineclawback.DetermineClawback;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.flagclaim.FlagClaim;
import fundtrail.command.issuerecoverydemand.IssueRecoveryDemand;
import fundtrail.command.known.Cases.Flag;
import fundtrail.command.known.ClaimsPaid;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Payment;
import fundtrail.command.known.Restorations.Restoration;
import fundtrail.command.known.Volumes;
import fundtrail.command.opencase.OpenCase;
import fundtrail.command.payclawbackrefund.PayClawbackRefund;
import fundtrail.command.recordrecovery.RecordRecovery;
import fundtrail.command.recordrestitutionreturn.RecordRestitutionReturn;
import fundtrail.command.reinstatewriteoff.ReinstateWriteOff;
import fundtrail.command.restorefundsource.RestoreFundSource;
import fundtrail.command.returnpayment.ReturnPayment;
import fundtrail.command.waiveappeal.WaiveAppeal;
import fundtrail.command.writeoffclawback.WriteOffClawback;
import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.fact.ClawbackAmount;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.FundSourceRestored;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.PaymentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Wishes about claims of two years that are found false, and about what is got back of them. */
final class CaseWalk {
    private static final BankAccountId CH = new BankAccountId("CH");

    /** A restoration, and a source it went to. */
    private record Back(ClawbackId clawback, long position, FundSourceCode fundSource) {}

    private final MoneyWalk walk;
    private final Random random;
    private final List<ClawbackId> clawbacks = new ArrayList<>();
    private final List<PaymentId> setOff = new ArrayList<>();
    private final List<Back> restored = new ArrayList<>();
    private int number;

    CaseWalk(MoneyWalk walk, Random random) {
        this.walk = walk;
        this.random = random;
        walk.office().with(new TreasuryAccountRegistered(CH, DIVISION, Use.RECOVERY, "澄湖县财政局追缴款", "9900000000000008", "虚构银行澄湖支行"));
    }

    void remember(Entry entry) {
        switch (entry.fact()) {
            case ClawbackDetermined fact -> clawbacks.add(fact.clawback());
            case Paid fact when fact.offsets() != null -> setOff.add(fact.payment());
            case FundSourceRestored fact ->
                fact.bySource().forEach(one -> restored.add(new Back(fact.clawback(), entry.position(), one.fundSource())));
            default -> { }
        }
    }

    /** The row, now and then set off against what its institution owes. */
    Row perhapsSetOff(Row row) {
        Clawback clawback = walk.anyOf(clawbacks.stream().map(all()::of).filter(one -> one.institution().equals(row.institution())
                && sum(all().outstanding(one).values()).isPositive()).toList(), null);
        if (clawback == null || !row.amount().isPositive() || random.nextInt(4) == 0) {
            return row;
        }
        Money owed = sum(all().outstanding(clawback).values());
        Money most = row.amount().covers(owed) ? owed : row.amount();
        return new Row(row.row(), row.kind(), row.institution(), row.payeeAccount(), row.allotment(), row.amount(), row.purpose(),
                row.instalment(), row.reason(), row.basis(),
                List.of(new ClawbackAmount(clawback.id(), random.nextBoolean() ? most : walk.near(most))));
    }

    /** One wish, or those that lead to another claw-back, each as things then are. */
    List<Supplier<Command>> next() {
        number++;
        Clawback one = clawbacks.isEmpty() || random.nextInt(12) == 0 ? null : all().of(walk.anyOf(clawbacks, null));
        if (one == null) {
            ClaimId claim = claim();
            return List.of(() -> new FlagClaim(null, claim, null, FraudType.FALSE_CLAIM, "无服务记录", null),
                    () -> new OpenCase(null, new CaseId("C" + number), "虚报", List.of(claim)), () -> determination(claim), this::demand);
        }
        Command wish = switch (random.nextInt(16)) {
            case 0 -> new IssueRecoveryDemand(null, walk.document(), one.id(), sum(all().outstanding(one).values()), walk.today().plusDays(30));
            case 1, 2 -> new RecordRecovery(null, one.id(), CH, walk.reference("got"), part(all().outstanding(one).values()));
            case 3 -> new WriteOffClawback(null, walk.document(), one.id(), walk.near(sum(all().outstanding(one).values())), "无力缴纳");
            case 4 -> new ReinstateWriteOff(null, walk.document(), one.id(), part(all().writtenOff(one).values()), "发现资金");
            case 5 -> new FileAppeal(null, one.institution(), one.id(), null, random.nextInt(3) == 0, "属实");
            case 6, 7 -> new DecideAppeal(null, walk.document(), one.id(), one.claims().stream()
                    .map(claim -> new ClaimAmount(claim.claim(), reduction(claim.amount().minus(all().reduced(one, claim.claim())))))
                    .toList(), "部分属实");
            case 8 -> new WaiveAppeal(null, one.institution(), one.id());
            case 9, 10 -> restoration(one);
            case 11 -> new PayClawbackRefund(null, one.id(), random.nextInt(3) == 0 ? CT : CH, walk.payee(one.institution()),
                    walk.reference("refund"), part(all().refundDue(one).values()));
            case 12 -> restitutionBack();
            case 13, 14 -> new ConfirmPayment(null, walk.anyOf(setOff, new PaymentId("none.1")), walk.reference("set-off"));
            default -> paymentBack();
        };
        return List.of(() -> wish);
    }

    /** One of reported work, that nobody has flagged yet where there is one. */
    private ClaimId claim() {
        List<ClaimId> claims = new ArrayList<>();
        for (int year : List.of(YEAR - 1, YEAR)) {
            for (var institution : List.of(H1, H2)) {
                for (Volumes.Report report : known().purchases().volumes().standing(new InstitutionYear(institution, BPH, year))) {
                    known().purchases().volumes().rows(report).forEach(row -> claims.add(row.claim()));
                }
            }
        }
        List<ClaimId> fresh = claims.stream().filter(claim -> known().recoveries().cases().flag(claim) == null).toList();
        return walk.anyOf(fresh.isEmpty() ? claims : fresh, new ClaimId("none"));
    }

    private Command determination(ClaimId claim) {
        Flag flag = known().recoveries().cases().flag(claim);
        Money paid = flag == null ? Money.ZERO
                : new ClaimsPaid(flag.year(), DIVISION, known()).paid(flag).minus(flag.determined());
        return new DetermineClawback(null, walk.document(), new ClawbackId("CB" + number), new CaseId("C" + number),
                List.of(new ClaimAmount(claim, paid.isPositive() ? random.nextBoolean() ? paid : walk.near(paid) : walk.upTo(100))), walk.today().plusDays(60));
    }

    /** Of the last claw-back there is. */
    private Command demand() {
        Clawback last = clawbacks.isEmpty() ? null : all().of(clawbacks.getLast());
        return new IssueRecoveryDemand(null, walk.document(), last == null ? new ClawbackId("none") : last.id(),
                last == null ? walk.upTo(100) : sum(all().outstanding(last).values()), walk.today().plusDays(30));
    }

    private Command restoration(Clawback one) {
        BankAccountId from = walk.anyOf(List.of(CH, CT, new BankAccountId("CT2")).stream()
                .filter(account -> sum(all().held(one, account).values()).isPositive()).toList(), CH);
        return new RestoreFundSource(null, walk.document(), one.id(), from, walk.bankAccount(), Reserve.CR, part(all().held(one, from).values()));
    }

    private Command restitutionBack() {
        Back back = walk.anyOf(restored, new Back(new ClawbackId("none"), 0, CEN));
        Restoration of = known().recoveries().restorations().of(back.position(), back.fundSource());
        return new RecordRestitutionReturn(null, back.clawback(), back.position(), back.fundSource(), walk.reference("again"),
                of == null ? walk.upTo(100) : part(List.of(of.left())), "退回");
    }

    private Command paymentBack() {
        PaymentId id = walk.anyOf(setOff, new PaymentId("none.1"));
        Payment payment = known().payments().payment(id);
        return new ReturnPayment(null, id, payment == null || random.nextInt(4) == 0 ? walk.upTo(500) : payment.left(), walk.reference("back"), "退票");
    }

    private Money reduction(Money left) {
        return left.isPositive() ? walk.near(left) : walk.upTo(100);
    }

    /** Mostly all of it. */
    private Money part(Collection<Money> amounts) {
        Money all = sum(amounts);
        return random.nextInt(3) > 0 ? all : walk.near(all);
    }

    private static Money sum(Collection<Money> amounts) {
        return Money.sum(amounts);
    }

    private Clawbacks all() {
        return known().recoveries().clawbacks();
    }

    private Known known() {
        return walk.office().known();
    }
}
