package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartTest {

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_ledger_opened_again_decides_on_everything_it_knew(Stores kind) {
        try (var place = kind.make()) {
            var settings = LaneSettings.defaults();
            List<String> texts = new ArrayList<>();
            try (var ledger = new TextLedger(place.store(), settings)) {
                for (int i = 0; i < 50; i++) {
                    texts.add("text " + i);
                    get(ledger.append(TextLedger.event("text " + i)));
                }
            }
            try (var ledger = new TextLedger(place.store(), settings)) {
                assertEquals(texts, ledger.state.texts());
                assertEquals(49, ledger.engine.durable());
                get(ledger.append(TextLedger.event("next")));
                assertEquals(50, ledger.engine.durable());
            }
        }
    }

    @Test
    void a_missing_fact_is_noticed_and_the_lock_let_go() throws Exception {
        try (var place = new TestLedger()) {
            three(place);
            tamper(place, "delete from ledger.fact where position = 1");
            var refused = assertThrows(IllegalStateException.class, () -> open(place));
            assertTrue(refused.getMessage().startsWith("After position 0 comes 2"), refused.getMessage());
            assertThrows(IllegalStateException.class, () -> open(place), "not AnotherNodeIsActive");
        }
    }

    @Test
    void a_database_that_was_set_back_under_a_running_ledger_is_written_no_more() throws Exception {
        try (var place = new TestLedger(); var ledger = new TextLedger(place.store("A"), LaneSettings.defaults())) {
            for (String text : List.of("a", "b")) get(ledger.append(TextLedger.event(text)));
            tamper(place, "delete from ledger.fact where position = 1");
            var stopped = failure(LaneFailure.Closed.class, ledger.append(TextLedger.event("c")));
            assertTrue(stopped.getCause().getMessage().startsWith("The database lacks position 1"), stopped.getCause().getMessage());
            assertEquals(LaneEngine.Status.STOPPED, ledger.engine.status());
            assertEquals(0, place.reader().head());
        }
    }

    @Test
    void a_position_taken_by_somebody_else_stops_the_ledger() throws Exception {
        try (var place = new TestLedger(); var ledger = new TextLedger(place.store("A"), LaneSettings.defaults())) {
            get(ledger.append(TextLedger.event("a")));
            place.asSuperuser("insert into ledger.fact select 1, recorded_at, type, version, gen_random_uuid(), entry, leaf_hash from ledger.fact");
            failure(LaneFailure.Closed.class, ledger.append(TextLedger.event("b")));
            assertEquals(LaneEngine.Status.STOPPED, ledger.engine.status());
        }
    }

    @Test
    void time_that_goes_back_is_noticed() throws Exception {
        try (var place = new TestLedger()) {
            three(place);
            tamper(place, "update ledger.fact set recorded_at = '2001-01-01Z' where position = 2");
            var refused = assertThrows(IllegalStateException.class, () -> open(place));
            assertTrue(refused.getMessage().startsWith("Position 2 was recorded at 2001-01-01T00:00:00Z"), refused.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_restored_state_is_given_only_what_it_has_not_seen(Stores kind) {
        try (var place = kind.make()) {
            three(place.store());
            var restored = new Restored(2);
            try (var engine = LaneEngine.open(place.store(), new TextCodec(), restored, LaneSettings.defaults())) {
                assertEquals(List.of(2L), restored.applied);
                assertEquals(2, engine.head());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_state_restored_beyond_the_ledgers_end_is_refused(Stores kind) {
        try (var place = kind.make()) {
            three(place.store());
            assertThrows(IllegalStateException.class, () -> LaneEngine.open(place.store(), new TextCodec(), new Restored(4), LaneSettings.defaults()));
            LaneEngine.open(place.store(), new TextCodec(), new Restored(3), LaneSettings.defaults()).close();
        }
    }

    private static void three(TestLedger place) {
        three(place.store("A"));
    }

    private static void three(GroupStore store) {
        try (var ledger = new TextLedger(store, LaneSettings.defaults())) {
            for (String text : List.of("a", "b", "c")) get(ledger.append(TextLedger.event(text)));
        }
    }

    private static TextLedger open(TestLedger place) {
        return new TextLedger(place.store("A"), LaneSettings.defaults());
    }

    private static void tamper(TestLedger place, String sql) throws SQLException {
        place.asSuperuser("alter table ledger.fact disable trigger append_only; " + sql + "; alter table ledger.fact enable always trigger append_only");
    }

    /** A state that knows the facts before a position from elsewhere. */
    private static final class Restored implements DecisionState {

        private final long next;
        private final List<Long> applied = new ArrayList<>();

        Restored(long next) {
            this.next = next;
        }

        @Override
        public long nextPosition() {
            return next;
        }

        @Override
        public void apply(EventMessage event, long position, Instant recordedAt) {
            applied.add(position);
        }

        @Override
        public void takeBack(long firstPosition) {
            throw new AssertionError("nothing was decided");
        }

        @Override
        public void settle(long durablePosition) {
            assertEquals(2, durablePosition);
        }
    }
}
