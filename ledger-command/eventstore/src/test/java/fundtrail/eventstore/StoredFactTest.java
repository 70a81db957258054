package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a fact, to the byte. */
class StoredFactTest {

    private static final Instant CLOCK = Instant.parse("2026-01-05T02:00:00.1234567Z");

    @Test
    void position_and_instant_with_six_decimals_stand_before_the_tail() {
        byte[] tail = "\"eventId\":\"x\",\"note\":\"预付\"}".getBytes(UTF_8);
        byte[] entry = Entry.splice(1_234_567, Instant.parse("2026-01-05T02:00:00Z"), tail);
        assertEquals("{\"position\":1234567,\"recordedAt\":\"2026-01-05T02:00:00.000000Z\",\"eventId\":\"x\",\"note\":\"预付\"}", new String(entry, UTF_8));
        assertEquals(entry.length, Entry.length(1_234_567, tail));
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void what_is_read_is_what_was_written(Stores kind) throws Exception {
        try (var place = kind.make(); var ledger = new TextLedger(place.store(), LaneSettings.defaults())) {
            var event = TextLedger.event("Ünïcödé 预付 \"quoted\"\n", Tag.of("a", "1"));
            get(ledger.append(event));
            StoredEvent stored = ledger.stored().getFirst();
            byte[] tail = new TextCodec().encode(event.event()).tail();
            assertArrayEquals(Entry.splice(0, stored.recordedAt(), tail), stored.entry());
            assertEquals("Noted", stored.type());
            assertEquals(1, stored.version());
            assertEquals(UUID.fromString(event.event().identifier()), stored.eventId());
            assertEquals(0, TextCodec.read(stored.entry()).get("position"));
            assertEquals(stored.recordedAt(), Instant.parse((String) TextCodec.read(stored.entry()).get("recordedAt")));
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) 0);
            assertArrayEquals(sha256.digest(stored.entry()), stored.leafHash());
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void an_entry_of_32768_bytes_is_kept_and_one_byte_more_is_refused_with_its_whole_append(Stores kind) {
        try (var place = kind.make(); var ledger = new TextLedger(place.store(), LaneSettings.defaults())) {
            int empty = Entry.length(0, new TextCodec().encode(TextLedger.event("").event()).tail());
            get(ledger.append(TextLedger.event("x".repeat(32_768 - empty))));
            assertEquals(32_768, ledger.stored().getFirst().entry().length);
            var refused = failure(LaneFailure.EntryTooLong.class, ledger.append(TextLedger.event("fits"), TextLedger.event("x".repeat(32_769 - empty))));
            assertTrue(refused.getMessage().startsWith("A fact is kept in at most 32768 bytes, but this Noted needs 32769."), refused.getMessage());
            assertEquals(1, ledger.stored().size());
            get(ledger.append(TextLedger.event("next")));
            assertEquals(List.of(0L, 1L), ledger.stored().stream().map(StoredEvent::position).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_fact_that_the_state_refuses_is_not_appended_nor_are_those_of_its_append(Stores kind) {
        try (var place = kind.make(); var ledger = new TextLedger(place.store(), LaneSettings.defaults())) {
            get(ledger.append(TextLedger.event("first")));
            failure(IllegalArgumentException.class, ledger.append(TextLedger.event("with it"), TextLedger.event("refused by the state")));
            get(ledger.append(TextLedger.event("second")));
            assertEquals(List.of("first", "second"), ledger.engine.lane().ask(ledger.state::texts).join());
            assertEquals(2, ledger.stored().size());
        }
    }

    @Test
    void a_state_that_cannot_undo_what_it_refuses_decides_nothing_more() {
        try (var ledger = new TextLedger(new InMemoryGroupStore(), LaneSettings.defaults())) {
            get(ledger.append(TextLedger.event("first")));
            failure(IllegalStateException.class, ledger.append(TextLedger.event("refused for ever")));
            failure(LaneFailure.Closed.class, ledger.append(TextLedger.event("second")));
            assertEquals(1, ledger.stored().size());
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void the_same_event_id_is_refused_for_ever(Stores kind) {
        try (var place = kind.make(); var ledger = new TextLedger(place.store(), LaneSettings.defaults())) {
            var event = TextLedger.event("once");
            get(ledger.append(event));
            assertEquals("event_id_pkey", failure(LaneFailure.AppendRefused.class, ledger.append(event)).constraint());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"eventId\":1}", "\"eventId\":1", "\"eventId\":\"a\nb\"}", "\"type\":1}"})
    void a_tail_that_would_not_make_one_line_of_json_is_no_encoding(String tail) {
        assertThrows(IllegalArgumentException.class, () -> new Encoded(UUID.randomUUID(), 1, tail.getBytes(UTF_8), List.of()));
    }

    @Test
    void versions_count_from_one() {
        assertThrows(IllegalArgumentException.class, () -> new Encoded(UUID.randomUUID(), 0, "\"eventId\":1}".getBytes(UTF_8), List.of()));
    }

    @Test
    void nanoseconds_are_cut_not_rounded() {
        try (var ledger = new TextLedger(new InMemoryGroupStore(() -> CLOCK), LaneSettings.defaults())) {
            get(ledger.append(TextLedger.event("now")));
            assertEquals(Instant.parse("2026-01-05T02:00:00.123456Z"), ledger.stored().getFirst().recordedAt());
        }
    }
}
