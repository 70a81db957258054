package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.await;
import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.eventstore.GroupHook.Step;
import fundtrail.eventstore.PurseWish.Draw;
import fundtrail.eventstore.PurseWish.Fill;
import fundtrail.eventstore.PurseWish.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Faults faults = new Faults();
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-01-05T02:00:00Z"));
    private PurseLedger ledger;

    private void open(LaneSettings settings) {
        ledger = new PurseLedger(new InMemoryGroupStore(), settings.withHook(faults).withClock(clock::get));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_refusal_waits_until_the_facts_it_was_judged_on_are_durable() {
        open(LaneSettings.defaults());
        get(ledger.send(new Fill("P", 100)));
        var stop = faults.stopAt(Step.BEFORE_SEND);
        var drawn = ledger.send(new Draw("P", "d1", 100));
        stop.awaitReached();
        var refused = ledger.send(new Draw("P", "d2", 1));
        var doneBefore = ledger.send(new Draw("P", "d1", 100));
        ledger.awaitDecided();
        assertFalse(refused.isDone());
        assertFalse(doneBefore.isDone());
        stop.release();
        assertEquals("done", get(drawn));
        assertEquals("exceeded", failure(Refusal.class, refused).getMessage());
        assertEquals("done before", get(doneBefore));
    }

    @Test
    void an_answer_that_stands_on_durable_facts_only_waits_for_nothing() {
        open(LaneSettings.defaults());
        get(ledger.send(new Fill("P", 1)));
        assertEquals("exceeded", failure(Refusal.class, ledger.send(new Draw("P", "d1", 2))).getMessage());
        assertEquals(1, ledger.engine.measures().groups.sum());
    }

    @Test
    void decisions_are_taken_on_facts_not_yet_durable() {
        open(LaneSettings.defaults());
        var stop = faults.stopAt(Step.BEFORE_SEND);
        var filled = ledger.send(new Fill("P", 100));
        stop.awaitReached();
        var drawn = ledger.send(new Draw("P", "d1", 60));
        var exceeded = ledger.send(new Draw("P", "d2", 60));
        ledger.awaitDecided();
        assertEquals(1, ledger.engine.head());
        assertEquals(-1, ledger.engine.durable());
        assertEquals(2, ledger.engine.measures().pendingFacts());
        stop.release();
        get(filled);
        get(drawn);
        failure(Refusal.class, exceeded);
        assertEquals(1, ledger.engine.durable());
    }

    @Test
    void a_full_lane_takes_no_wish_and_decides_the_others() {
        open(LaneSettings.defaults().withQueueCapacity(3));
        var blocked = blockLane();
        var waiting = List.of(ledger.send(new Fill("P", 1)), ledger.send(new Fill("P", 1)), ledger.send(new Fill("P", 1)));
        var refused = failure(LaneFailure.LaneFull.class, ledger.send(new Fill("P", 1)));
        assertTrue(refused.retryable());
        assertEquals(3, ledger.engine.measures().waitingWishes());
        blocked.countDown();
        waiting.forEach(Outcomes::get);
        assertEquals(3, ledger.facts().size());
    }

    @Test
    void a_wish_whose_deadline_passes_while_it_waits_is_not_decided() {
        open(LaneSettings.defaults());
        var blocked = blockLane();
        var late = ledger.send(new Fill("P", 1), Map.of(LaneBus.DEADLINE, Long.toString(clock.get().toEpochMilli() + 1)));
        var inTime = ledger.send(new Fill("P", 2), Map.of(LaneBus.DEADLINE, Long.toString(clock.get().toEpochMilli() + 2)));
        clock.set(clock.get().plusMillis(2));
        blocked.countDown();
        failure(LaneFailure.DeadlinePassed.class, late);
        get(inTime);
        assertEquals(List.of(new PurseFact.Filled("P", 2)), ledger.facts());
    }

    @Test
    void a_deadline_that_passes_once_a_wish_is_in_a_group_changes_nothing() {
        open(LaneSettings.defaults());
        var stop = faults.stopAt(Step.BEFORE_SEND);
        var decided = ledger.send(new Fill("P", 1), Map.of(LaneBus.DEADLINE, Long.toString(clock.get().toEpochMilli() + 1)));
        stop.awaitReached();
        clock.set(clock.get().plusSeconds(1));
        stop.release();
        get(decided);
    }

    @Test
    void a_deadline_that_is_no_number_is_answered() {
        open(LaneSettings.defaults());
        failure(NumberFormatException.class, ledger.send(new Fill("P", 1), Map.of(LaneBus.DEADLINE, "soon")));
    }

    @Test
    void the_lane_pauses_while_too_much_is_not_durable_and_goes_on_by_itself() {
        open(LaneSettings.defaults().withBacklog(2, 1 << 20));
        var stop = faults.stopAt(Step.BEFORE_SEND);
        List<CompletableFuture<String>> wishes = new ArrayList<>();
        for (int i = 0; i < 10; i++) wishes.add(ledger.send(new Fill("P", 1)));
        stop.awaitReached();
        await("two decided, eight waiting", () -> ledger.engine.head() == 1 && ledger.engine.measures().waitingWishes() == 8);
        stop.release();
        wishes.forEach(Outcomes::get);
        assertEquals(10, ledger.facts().size());
    }

    @Test
    void an_append_is_never_split_over_groups_and_a_large_one_is_its_own_group() {
        open(LaneSettings.defaults().withGroup(4, 1 << 20));
        get(ledger.send(new Fill("P", 100)));
        var stop = faults.stopAt(Step.BEFORE_SEND);
        var answers = new ArrayList<CompletableFuture<String>>();
        answers.add(ledger.send(new Fill("P", 1)));
        stop.awaitReached();
        answers.add(ledger.send(new PurseWish.DrawAll("P", List.of("a", "b", "c"), 1)));
        answers.add(ledger.send(new PurseWish.DrawAll("P", List.of("d", "e"), 1)));
        answers.add(ledger.send(new PurseWish.DrawAll("P", List.of("f", "g"), 1)));
        answers.add(ledger.send(new PurseWish.DrawAll("P", List.of("h", "i", "j", "k", "l"), 1)));
        ledger.awaitDecided();
        stop.release();
        answers.forEach(Outcomes::get);
        assertEquals(5, ledger.engine.measures().groups.sum(), "1; 1; 3; 2 + 2; 5");
        assertEquals(14, ledger.engine.measures().facts.sum());
    }

    @Test
    void closing_decides_what_waits_and_answers_everybody() {
        open(LaneSettings.defaults());
        var blocked = blockLane();
        var wishes = new ArrayList<CompletableFuture<String>>();
        for (int i = 0; i < 20; i++) wishes.add(ledger.send(new Fill("P", 1)));
        var closing = CompletableFuture.runAsync(ledger.engine::close);
        await("no more is taken", () -> ledger.send(new Fill("P", 1)).isCompletedExceptionally());
        blocked.countDown();
        get(closing);
        wishes.forEach(Outcomes::get);
        assertEquals(LaneEngine.Status.STOPPED, ledger.engine.status());
        assertTrue(failure(LaneFailure.Closed.class, ledger.send(new Fill("P", 1))).retryable());
    }

    @Test
    void a_state_that_cannot_undo_stops_the_ledger_and_leaves_nobody_waiting() {
        open(LaneSettings.defaults().withPatience(Duration.ofMillis(50)));
        faults.loseAt(Step.BEFORE_SEND, Integer.MAX_VALUE);
        var stop = faults.stopAt(Step.BEFORE_SEND);
        var wish = ledger.send(new Fill("P", 1));
        stop.awaitReached();
        ledger.purses.breakUndo();
        stop.release();
        failure(LaneFailure.Closed.class, wish);
        failure(LaneFailure.Closed.class, ledger.send(new Fill("P", 1)));
        assertEquals(LaneEngine.Status.STOPPED, ledger.engine.status());
    }

    @Test
    void what_undoing_durable_facts_would_need_is_dropped() {
        open(LaneSettings.defaults());
        for (int i = 0; i < 20; i++) get(ledger.send(new Fill("P", 1)));
        assertEquals(1, ledger.engine.lane().ask(ledger.purses::undoable).join());
    }

    /** Holds the lane up until the latch is counted down. */
    private CountDownLatch blockLane() {
        var started = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        ledger.engine.lane().execute(() -> {
            started.countDown();
            await("the test goes on", () -> goOn.getCount() == 0);
        });
        await("the lane is blocked", () -> started.getCount() == 0);
        return goOn;
    }
}
