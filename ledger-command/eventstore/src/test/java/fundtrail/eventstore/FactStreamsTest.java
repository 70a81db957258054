package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.await;
import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.eventstore.GroupHook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading across the lower edge of the window, where the database begins. */
class FactStreamsTest {

    private static final int FACTS = 2_500;
    private static final EventCriteria EVEN = EventCriteria.havingTags("even", "true");
    private static final EventCriteria FIFTH = EventCriteria.havingTags("fifth", "true"); // far below the window

    private final Faults faults = new Faults();
    private final LaneSettings settings = LaneSettings.defaults().withWindowFacts(100).withHook(faults);

    @ParameterizedTest
    @EnumSource(Stores.class)
    void sourcing_reads_below_the_window_through_it_and_what_is_not_yet_durable(Stores kind) {
        try (var place = kind.make(); var ledger = filled(place)) {
            var stop = faults.stopAt(Step.BEFORE_SEND);
            var pending = ledger.append(TextLedger.event("pending", Tag.of("even", "true")));
            stop.awaitReached();
            List<String> expected = new ArrayList<>(IntStream.range(0, FACTS).filter(i -> i % 2 == 0).mapToObj(i -> "fact " + i).toList());
            expected.add("pending");
            assertEquals(expected, texts(ledger.engine.source(SourcingCondition.conditionFor(EVEN), null)));
            var late = SourcingCondition.conditionFor(new GlobalIndexConsistencyMarker(FACTS - 10).position(), EVEN);
            assertEquals(expected.subList(expected.size() - 6, expected.size()), texts(ledger.engine.source(late, null)));
            assertEquals(FACTS + 1, texts(ledger.engine.source(SourcingCondition.conditionFor(EventCriteria.havingAnyTag()), null)).size());
            assertEquals(List.of(), texts(ledger.engine.source(SourcingCondition.conditionFor(EventCriteria.havingTags("even", "never")), null)));
            stop.release();
            get(pending);
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_conflict_is_found_below_the_window_in_it_and_among_facts_not_yet_durable(Stores kind) {
        try (var place = kind.make(); var ledger = filled(place)) {
            rejected(ledger.append(since(3, FIFTH), TextLedger.event("no")));
            get(ledger.append(since(6, FIFTH), TextLedger.event("yes")));
            rejected(ledger.append(since(FACTS - 5, EVEN), TextLedger.event("no")));
            var stop = faults.stopAt(Step.BEFORE_SEND);
            var pending = ledger.append(TextLedger.event("pending", Tag.of("even", "true")));
            stop.awaitReached();
            rejected(ledger.append(since(FACTS + 1, EVEN), TextLedger.event("no")));
            var other = ledger.append(since(0, EventCriteria.havingTags("even", "never")), TextLedger.event("yes"));
            var newest = ledger.append(since(FACTS + 2, EVEN), TextLedger.event("yes"));
            stop.release();
            get(pending);
            get(other);
            get(newest);
            assertEquals(FACTS + 4, ledger.stored().size());
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void an_endless_stream_brings_every_durable_fact_once_and_in_order(Stores kind) {
        try (var place = kind.make(); var ledger = filled(place)) {
            MessageStream<EventMessage> stream = ledger.engine.stream(StreamingCondition.conditionFor(new GlobalSequenceTrackingToken(10), EVEN), null);
            List<String> seen = new ArrayList<>();
            List<Long> indices = new ArrayList<>();
            drain(stream, seen, indices);
            assertEquals(IntStream.range(10, FACTS).filter(i -> i % 2 == 0).mapToObj(i -> "fact " + i).toList(), seen);
            assertEquals(IntStream.range(10, FACTS).filter(i -> i % 2 == 0).mapToObj(i -> i + 1L).toList(), indices);
            var woken = new CompletableFuture<Void>();
            stream.setCallback(() -> {
                if (stream.hasNextAvailable()) woken.complete(null);
            });
            var stop = faults.stopAt(Step.AFTER_SEND_BEFORE_ANSWER);
            var pending = ledger.append(TextLedger.event("odd"), TextLedger.event("new", Tag.of("even", "true")));
            stop.awaitReached();
            assertTrue(stream.next().isEmpty(), "not before it is known to be durable");
            stop.release();
            get(pending);
            get(woken);
            seen.clear();
            drain(stream, seen, indices);
            assertEquals(List.of("new"), seen);
            assertEquals(FACTS + 2L, indices.getLast());
            stream.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void the_window_keeps_no_more_than_twice_its_measure(Stores kind) {
        try (var place = kind.make(); var ledger = filled(place)) {
            await("durable", () -> ledger.engine.durable() == FACTS - 1);
            get(ledger.append(TextLedger.event("one more")));
            assertTrue(ledger.engine.windowSize() <= 200, ledger.engine.windowSize() + " facts in memory");
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void what_was_taken_back_is_read_by_nobody_and_conflicts_with_nothing(Stores kind) {
        try (var place = kind.make(); var ledger = new TextLedger(place.store(), settings.withPatience(Duration.ofMillis(50)))) {
            get(ledger.append(TextLedger.event("kept")));
            faults.loseAt(Step.BEFORE_SEND, Integer.MAX_VALUE);
            failure(LaneFailure.GroupLost.class, ledger.append(TextLedger.event("lost", Tag.of("even", "true"))));
            faults.never();
            assertEquals(List.of("kept"), texts(ledger.engine.source(SourcingCondition.conditionFor(EventCriteria.havingAnyTag()), null)));
            get(ledger.append(since(0, EVEN), TextLedger.event("next")));
            assertEquals(List.of("kept", "next"), texts(ledger.engine.source(SourcingCondition.conditionFor(EventCriteria.havingAnyTag()), null)));
        }
    }

    private TextLedger filled(Stores.Place place) {
        var ledger = new TextLedger(place.store(), settings);
        IntStream.range(0, FACTS).mapToObj(i -> ledger.append(TextLedger.event("fact " + i, tags(i)))).toList().forEach(Outcomes::get);
        return ledger;
    }

    private static Tag[] tags(int i) {
        if (i == 5) return new Tag[] {Tag.of("fifth", "true")};
        return i % 2 == 0 ? new Tag[] {Tag.of("even", "true")} : new Tag[0];
    }

    private static AppendCondition since(long index, EventCriteria criteria) {
        return AppendCondition.withCriteria(criteria).withMarker(new GlobalIndexConsistencyMarker(index));
    }

    private static void rejected(CompletableFuture<ConsistencyMarker> append) {
        failure(AppendEventsTransactionRejectedException.class, append);
    }

    private static List<String> texts(MessageStream<EventMessage> stream) {
        List<String> texts = new ArrayList<>();
        get(stream.reduce(0, (count, entry) -> {
            if (entry.getResource(ConsistencyMarker.RESOURCE_KEY) == null) texts.add((String) entry.message().payload());
            return count + 1;
        }));
        return texts;
    }

    private static void drain(MessageStream<EventMessage> stream, List<String> texts, List<Long> indices) {
        for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
            texts.add((String) entry.get().message().payload());
            indices.add(TrackingToken.fromContext(entry.get()).orElseThrow().position().orElseThrow());
        }
    }
}
