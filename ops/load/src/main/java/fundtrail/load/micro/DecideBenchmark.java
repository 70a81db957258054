package fundtrail.load.micro;

import fundtrail.command.Slices;
import fundtrail.command.decide.Decision;
import fundtrail.command.gate.Gate;
import fundtrail.command.gate.Ruling;
import fundtrail.command.gate.Wish;
import fundtrail.command.posting.PaymentPostings;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.recordfundreceipt.RecordFundReceiptDecision;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.id.ProposalId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one decision costs behind a hundred thousand facts: the slice alone, through the gate, refused; and its lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecideBenchmark {
    private final LargeKnown state = new LargeKnown();
    private final Gate gate = new Gate(new Slices());
    private final RecordFundReceipt fresh = receipt("IN-fresh");
    private final RecordFundReceipt used = receipt("IN-1");
    private final Wish wish = new Wish(LargeKnown.CASHIER, "key", Wish.hash(fresh), null, "req-1", new ProposalId("p-1"), LargeKnown.HASH);
    private final Purse allotment = LargeKnown.purse();
    private final Purse owed = Purse.of(allotment.division(), allotment.budgetYear(), allotment.fundSource())
            .of(allotment.institution(), allotment.programme());
    private final Money amount = Money.yuan("1.00");

    private static RecordFundReceipt receipt(String bankRef) {
        return new RecordFundReceipt(null, null, LargeKnown.DIVISION, LargeKnown.YEAR, LargeKnown.SOURCE, LargeKnown.ACCOUNT, bankRef,
                Money.yuan("1.00"));
    }

    @Benchmark
    public Decision accepted() {
        return RecordFundReceiptDecision.decide(fresh, LargeKnown.MOMENT, state.known);
    }

    @Benchmark
    public Decision refused() {
        return RecordFundReceiptDecision.decide(used, LargeKnown.MOMENT, state.known);
    }

    @Benchmark
    public Ruling throughTheGate() {
        return gate.rule(wish, fresh, LargeKnown.AT, LargeKnown.RECEIPTS, LargeKnown.AT, state.known);
    }

    @Benchmark
    public String wishHash() {
        return Wish.hash(fresh);
    }

    @Benchmark
    public Lines postingRules() {
        return PaymentPostings.paid(PaymentKind.ADVANCE, allotment, owed, LargeKnown.ACCOUNT, amount);
    }
}
