package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.eventstore.GroupHook.Step;
import fundtrail.eventstore.LaneFailure.GroupLost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.junit.jupiter.api.Test;

class RecordedAtTest {

    private static final Instant NOON = Instant.parse("2018-06-01T12:00:00Z");

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    private final InMemoryGroupStore store = new InMemoryGroupStore(clock::get);
    private final Faults faults = new Faults();

    @Test
    void a_clock_set_back_leaves_it_standing_and_is_counted() {
        try (var ledger = new TextLedger(store, LaneSettings.defaults())) {
            get(ledger.append(TextLedger.event("a")));
            clock.set(NOON.minusSeconds(60));
            get(ledger.append(TextLedger.event("b")));
            clock.set(NOON.plusSeconds(1));
            get(ledger.append(TextLedger.event("c")));
            assertEquals(List.of(NOON, NOON, NOON.plusSeconds(1)), recorded(ledger));
            assertEquals(1, ledger.engine.measures().clockBehind.sum());
        }
    }

    @Test
    void it_stands_where_it_stood_when_the_ledger_is_opened_again() {
        try (var ledger = new TextLedger(store, LaneSettings.defaults())) {
            get(ledger.append(TextLedger.event("a")));
        }
        clock.set(NOON.minusSeconds(60));
        try (var ledger = new TextLedger(store, LaneSettings.defaults())) {
            get(ledger.append(TextLedger.event("b")));
            assertEquals(List.of(NOON, NOON), recorded(ledger));
        }
    }

    @Test
    void a_handler_may_say_when_but_not_an_earlier_when() {
        try (var ledger = new TextLedger(store, LaneSettings.defaults())) {
            get(appendAt(ledger, NOON.plusSeconds(3600), "later than the clock"));
            get(appendAt(ledger, NOON.plusSeconds(60), "earlier than that"));
            get(ledger.append(TextLedger.event("by the clock")));
            assertEquals(List.of(NOON.plusSeconds(3600), NOON.plusSeconds(3600), NOON.plusSeconds(3600)), recorded(ledger));
            assertEquals(recorded(ledger), ledger.engine.lane().ask(ledger.state::recorded).join());
            assertEquals(1, ledger.engine.measures().clockBehind.sum(), "the last one's clock was behind; what handlers say is no clock");
        }
    }

    @Test
    void an_instant_that_its_form_cannot_hold_is_refused() {
        try (var ledger = new TextLedger(store, LaneSettings.defaults())) {
            failure(IllegalArgumentException.class, appendAt(ledger, Instant.parse("+10000-01-01T00:00:00Z"), "too late"));
            assertEquals(-1, ledger.engine.head());
        }
    }

    @Test
    void what_was_taken_back_leaves_no_trace_in_time() {
        try (var ledger = new TextLedger(store, LaneSettings.defaults().withHook(faults).withPatience(Duration.ofMillis(50)))) {
            get(ledger.append(TextLedger.event("a")));
            faults.loseAt(Step.BEFORE_SEND, Integer.MAX_VALUE);
            failure(GroupLost.class, appendAt(ledger, NOON.plusSeconds(3600), "lost"));
            faults.never();
            get(appendAt(ledger, NOON.plusSeconds(60), "b"));
            assertEquals(List.of(NOON, NOON.plusSeconds(60)), recorded(ledger));
        }
    }

    @Test
    void on_postgresql_it_is_the_servers_clock() throws Exception {
        try (var place = new TestLedger(); var ledger = new TextLedger(place.store("A"), LaneSettings.defaults())) {
            long before = place.askSuperuser("select (extract(epoch from clock_timestamp()) * 1000000)::bigint");
            get(ledger.append(TextLedger.event("a")));
            long after = place.askSuperuser("select (extract(epoch from clock_timestamp()) * 1000000)::bigint");
            Duration tolerance = Duration.ofMillis(250); // what the offset may be wrong by
            Instant recorded = recorded(ledger).getFirst();
            assertFalse(recorded.isBefore(Instant.EPOCH.plusNanos(before * 1000).minus(tolerance)));
            assertFalse(recorded.isAfter(Instant.EPOCH.plusNanos(after * 1000).plus(tolerance)));
        }
    }

    @Test
    void the_servers_clock_runs_on_between_two_looks_at_it() {
        var server = new DatabaseClock();
        long now = System.nanoTime();
        server.observe(NOON, now - 2_000_000, now);
        assertTrue(!server.instant().isBefore(NOON.plusMillis(1)), "a second has two halves, and so has a round trip");
        server.observe(NOON.minusSeconds(60), now - 300_000_000, now);
        assertTrue(server.instant().isAfter(NOON), "an answer that took 300 ms says too little");
        server.observe(NOON.plusSeconds(60), System.nanoTime(), System.nanoTime());
        assertFalse(server.instant().isBefore(NOON.plusSeconds(60)));
    }

    private static List<Instant> recorded(TextLedger ledger) {
        return ledger.stored().stream().map(StoredEvent::recordedAt).toList();
    }

    private static CompletableFuture<?> appendAt(TextLedger ledger, Instant when, String text) {
        var unitOfWork = new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE).create("one");
        return unitOfWork.executeWithResult(context -> {
            context.putResource(LaneEngine.RECORDED_AT, when);
            return ledger.engine.appendEvents(AppendCondition.none(), context, TextLedger.event(text)).thenCompose(append -> append.commit(context));
        });
    }
}
