package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every reader of facts promises, whatever it reads from. */
class FactReaderTest {

    private static final List<String> TYPES = List.of("Noted", "Struck", "Filed");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @ParameterizedTest
    @EnumSource(Stores.class)
    void criteria_find_the_facts_that_match_them_in_order_whatever_they_ask(Stores kind) {
        try (var place = kind.make(); var ledger = new TextLedger(place.store(), LaneSettings.defaults())) {
            List<TaggedEventMessage<EventMessage>> all = randomFacts(300);
            all.stream().map(ledger::append).toList().forEach(Outcomes::get);
            for (int i = 0; i < 150; i++) {
                EventCriteria criteria = randomCriteria();
                int from = random.nextInt(320);
                int until = from + random.nextInt(300);
                int limit = 1 + random.nextInt(40);
                List<Long> expected = IntStream.range(from, Math.min(until, 300)).filter(position -> matches(criteria, all.get(position)))
                        .limit(limit).mapToObj(Long::valueOf).toList();
                String asked = criteria + " from " + from + " until " + until + " limit " + limit + ", seed " + seed;
                assertEquals(expected, ledger.engine.reader().matching(criteria, from, until, limit).stream().map(StoredEvent::position).toList(), asked);
                assertEquals(!expected.isEmpty(), ledger.engine.reader().anyMatch(criteria, from, until), asked);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void positions_and_ranges_are_read_as_asked(Stores kind) {
        try (var place = kind.make(); var ledger = new TextLedger(place.store(), LaneSettings.defaults())) {
            FactReader reader = ledger.engine.reader();
            assertEquals(-1, reader.head());
            assertEquals(0, reader.firstRecordedFrom(Instant.EPOCH));
            randomFacts(25).stream().map(ledger::append).toList().forEach(Outcomes::get);
            assertEquals(24, reader.head());
            assertEquals(7, reader.at(7).orElseThrow().position());
            assertEquals(Optional.empty(), reader.at(25));
            List<Long> read = new ArrayList<>();
            reader.read(20, 23, stored -> read.add(stored.position()));
            reader.read(23, 1_000, stored -> read.add(stored.position()));
            reader.read(5, 5, stored -> read.add(stored.position()));
            assertEquals(List.of(20L, 21L, 22L, 23L, 24L), read);
        }
    }

    @Test
    void an_instant_leads_to_the_first_fact_recorded_then_or_later() {
        var clock = new Instant[] {Instant.parse("2018-01-01T00:00:00Z")};
        try (var ledger = new TextLedger(new InMemoryGroupStore(() -> clock[0]), LaneSettings.defaults())) {
            for (int i = 0; i < 10; i++) {
                get(ledger.append(TextLedger.event("a"), TextLedger.event("b")));
                clock[0] = clock[0].plus(Duration.ofDays(1));
            }
            FactReader reader = ledger.engine.reader();
            assertEquals(0, reader.firstRecordedFrom(Instant.parse("2017-12-31T00:00:00Z")));
            assertEquals(8, reader.firstRecordedFrom(Instant.parse("2018-01-05T00:00:00Z")));
            assertEquals(10, reader.firstRecordedFrom(Instant.parse("2018-01-05T00:00:00.000001Z")));
            assertEquals(20, reader.firstRecordedFrom(Instant.parse("2018-01-11T00:00:00Z")));
        }
    }

    private List<TaggedEventMessage<EventMessage>> randomFacts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> TextLedger.event("fact " + i, TYPES.get(random.nextInt(3)), Map.of(), randomTags(3).toArray(Tag[]::new)))
                .toList();
    }

    /** Keys and values that would be mistaken for each other if they were glued together. */
    private Set<Tag> randomTags(int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> Tag.of("k=".substring(random.nextInt(2)) + random.nextInt(2), random.nextInt(3) + "=x"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private EventCriteria randomCriteria() {
        EventCriteria criteria = randomCriterion();
        for (int i = random.nextInt(3); i > 0; i--) criteria = criteria.or(randomCriterion());
        return random.nextInt(8) == 0 ? EventCriteria.either(criteria, EventCriteria.havingAnyTag()) : criteria;
    }

    private EventCriteria randomCriterion() {
        var tags = EventCriteria.havingTags(randomTags(2));
        if (random.nextBoolean()) return tags;
        return tags.andBeingOneOfTypes(random.ints(2, 0, 3).mapToObj(TYPES::get).map(QualifiedName::new).collect(Collectors.toSet()));
    }

    private static boolean matches(EventCriteria criteria, TaggedEventMessage<EventMessage> fact) {
        return criteria.matches(fact.event().type().qualifiedName(), fact.tags());
    }
}
