package fundtrail.eventstore;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What the lane has done since it was opened. All of it may be read at any time, by any thread. */
public final class LaneMeasures {

    /** Wishes decided in the lane, refusals included. */
    public final LongAdder decisions = new LongAdder();
    /** Wishes decided anew because facts they stood on were refused. */
    public final LongAdder redecided = new LongAdder();
    /** Groups that became durable. */
    public final LongAdder groups = new LongAdder();
    /** Facts that became durable. */
    public final LongAdder facts = new LongAdder();
    /** Bytes of entries that became durable. */
    public final LongAdder bytes = new LongAdder();
    /** How often the outcome of a group was unknown. */
    public final LongAdder outcomesUnknown = new LongAdder();
    /** Groups found committed after their outcome had been unknown. */
    public final LongAdder foundCommitted = new LongAdder();
    /** Groups sent again. */
    public final LongAdder sentAgain = new LongAdder();
    /** How often state was taken back. */
    public final LongAdder takenBack = new LongAdder();
    /** Groups that the database could not write because its disk is full, it is read only, or the like. */
    public final LongAdder unwritable = new LongAdder();
    /** Appends refused by the database for good. */
    public final LongAdder refused = new LongAdder();
    /** Appends for which the store's clock stood more than a second behind the fact before, so that recordedAt stood still. */
    public final LongAdder clockBehind = new LongAdder();

    private final LongSupplier waiting;
    private final LongSupplier pending;

    LaneMeasures(LongSupplier waiting, LongSupplier pending) {
        this.waiting = waiting;
        this.pending = pending;
    }

    void count(Group durable) {
        if (!durable.hasFacts()) return;
        groups.increment();
        facts.add(durable.facts().size());
        bytes.add(durable.bytes());
    }

    /** Wishes waiting to be decided now. */
    public long waitingWishes() {
        return waiting.getAsLong();
    }

    /** Facts decided and not yet durable now. */
    public long pendingFacts() {
        return pending.getAsLong();
    }
}
