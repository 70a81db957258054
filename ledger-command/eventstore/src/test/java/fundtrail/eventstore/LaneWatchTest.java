package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.eventstore.GroupHook.Step;
import fundtrail.eventstore.PurseWish.Draw;
import fundtrail.eventstore.PurseWish.Fill;
import fundtrail.eventstore.PurseWish.Refusal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LaneWatchTest {
    private static final class Counting implements LaneWatch {
        final AtomicInteger waited = new AtomicInteger();
        final AtomicInteger decided = new AtomicInteger();
        final List<Integer> groups = new CopyOnWriteArrayList<>();
        final AtomicLong bytes = new AtomicLong();

        @Override
        public void waited(long nanos) {
            waited.incrementAndGet();
        }

        @Override
        public void decided(long nanos) {
            decided.incrementAndGet();
        }

        @Override
        public void committed(int facts, long bytes, long nanos) {
            groups.add(facts);
            this.bytes.addAndGet(bytes);
        }
    }

    @Test
    void every_wish_waits_and_is_decided_and_every_durable_group_is_told_once_with_its_size() {
        Counting watch = new Counting();
        Faults faults = new Faults();
        try (PurseLedger ledger = new PurseLedger(new InMemoryGroupStore(), LaneSettings.defaults().withHook(faults).withWatch(watch))) {
            get(ledger.send(new Fill("P", 100)));
            var stop = faults.stopAt(Step.BEFORE_SEND);
            var first = ledger.send(new Draw("P", "d1", 10));
            stop.awaitReached();
            var second = ledger.send(new Draw("P", "d2", 10));
            var third = ledger.send(new Draw("P", "d3", 10));
            ledger.awaitDecided();
            stop.release();
            get(first);
            get(second);
            get(third);
            failure(Refusal.class, ledger.send(new Draw("P", "d4", 100)));
            assertEquals(5, watch.waited.get());
            assertEquals(5, watch.decided.get());
            assertEquals(List.of(1, 1, 2), watch.groups);
            assertEquals(ledger.engine.measures().bytes.sum(), watch.bytes.get());
        }
    }
}
