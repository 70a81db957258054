package fundtrail.load.micro;

import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Envelope;
import fundtrail.contract.fact.BudgetAllotted;
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

/** Between a fact and its bytes, and the leaf hash over them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CodecBenchmark {
    private final EntryCodec codec = new EntryCodec();
    private final BudgetAllotted fact = LargeKnown.allotted();
    private final Envelope envelope = LargeKnown.envelope(fact);
    private final byte[] tail = codec.tail(envelope, fact);
    private final byte[] entry = EntryCodec.entry(1, LargeKnown.AT, tail);

    @Benchmark
    public byte[] encode() {
        return codec.tail(envelope, fact);
    }

    @Benchmark
    public Entry decode() {
        return codec.decode(entry);
    }

    @Benchmark
    public byte[] leafHash() {
        return EntryCodec.leafHash(entry);
    }
}
