package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.await;
import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.eventstore.GroupHook.Step;
import fundtrail.eventstore.LaneEngine.Status;
import fundtrail.eventstore.LaneFailure.Fenced;
import fundtrail.eventstore.LaneFailure.Standby;
import fundtrail.eventstore.PurseWish.Draw;
import fundtrail.eventstore.PurseWish.Fill;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A standby follows, and takes over from a node that is gone or silent, and from no other. */
class TakeOverTest {

    private static final Duration LEASE = Duration.ofSeconds(2);

    private final Faults faults = new Faults();
    private final LaneSettings settings = LaneSettings.defaults();

    @Test
    void a_standby_folds_along_decides_nothing_and_leads_as_soon_as_the_other_stops() {
        try (var place = new TestLedger(); var standby = PurseLedger.standby(store(place, "B"), settings)) {
            try (var active = new PurseLedger(store(place, "A"), settings)) {
                get(active.send(new Fill("P", 100)));
                assertFalse(standby.takeTurn());
                assertEquals(100, standby.purses.purse("P").balance());
                assertEquals("A", failure(Standby.class, standby.send(new Draw("P", "d1", 1))).active());
                assertEquals("A", assertThrows(Standby.class, () -> standby.engine.lane().ask(() -> null)).active());
                get(active.send(new Draw("P", "d2", 60)));
            }
            await("B leads", standby::takeTurn);
            failure(PurseWish.Refusal.class, standby.send(new Draw("P", "d3", 41)));
            get(standby.send(new Draw("P", "d3", 40)));
            assertEquals(List.of("d2", "d3"), standby.draws());
        }
    }

    @Test
    void a_silent_node_loses_its_session_and_what_it_was_about_to_write() {
        try (var place = new TestLedger(); var active = new PurseLedger(store(place, "A"), settings.withHook(faults));
                var standby = PurseLedger.standby(store(place, "B"), settings)) {
            get(active.send(new Fill("P", 100)));
            var stop = faults.stopAt(Step.BEFORE_SEND); // as a process that is stopped, or a pause of its garbage collector
            var underWay = active.send(new Draw("P", "d1", 100));
            stop.awaitReached();
            await("B leads", standby::takeTurn);
            get(standby.send(new Draw("P", "d2", 100)));
            stop.release();
            failure(Fenced.class, underWay);
            assertEquals(Status.FENCED, active.engine.status());
            assertEquals(List.of("d2"), standby.draws());
        }
    }

    @Test
    void a_node_that_was_replaced_without_noticing_refuses_nobody_on_what_it_knew() throws Exception {
        try (var place = new TestLedger(); var active = new PurseLedger(store(place, "A"), settings);
                var standby = PurseLedger.standby(store(place, "B"), settings)) {
            get(active.send(new Fill("P", 100)));
            assertFalse(standby.takeTurn());
            await("B leads", () -> {
                place.killWriter(); // again, where A was quicker to connect anew
                return standby.takeTurn();
            });
            get(standby.send(new Fill("P", 900)));
            failure(Fenced.class, active.send(new Draw("P", "d1", 1_000))); // by what it knows: exceeded
            assertEquals("done", get(standby.send(new Draw("P", "d1", 1_000))));
        }
    }

    @Test
    void a_slow_group_is_no_silence() throws Exception {
        try (var place = new TestLedger(); var slow = place.connect("ledger_owner");
                var active = new PurseLedger(place.store(new JdbcSettings("A", LEASE, Duration.ofSeconds(20))), settings);
                var standby = PurseLedger.standby(store(place, "B"), settings)) {
            get(active.send(new Fill("P", 100)));
            slow.setAutoCommit(false);
            slow.createStatement().execute("lock table ledger.fact_tag in share mode"); // whoever inserts tags now waits
            var underWay = active.send(new Draw("P", "d1", 1));
            await("the lease is long over", () -> {
                assertFalse(standby.takeTurn());
                return place.askSuperuser("select count(*) from ledger.lease where renewed_at < clock_timestamp() - interval '4 s'") == 1;
            });
            slow.rollback();
            assertEquals("done", get(underWay));
            assertFalse(standby.takeTurn());
        }
    }

    @Test
    void of_two_standbys_one_takes_over() {
        try (var place = new TestLedger(); var active = new PurseLedger(store(place, "A"), settings.withHook(faults));
                var one = PurseLedger.standby(store(place, "B"), settings); var other = PurseLedger.standby(store(place, "C"), settings)) {
            var stop = faults.stopAt(Step.BEFORE_SEND);
            var underWay = active.send(new Fill("P", 1));
            stop.awaitReached();
            Callable<Boolean> eitherLeads = () -> {
                var first = CompletableFuture.supplyAsync(one::takeTurn);
                boolean second = other.takeTurn();
                assertFalse(first.join() && second, "both lead");
                return first.join() || second;
            };
            await("one leads", eitherLeads);
            var leader = one.engine.status() == Status.RUNNING ? one : other;
            var follower = leader == one ? other : one;
            get(leader.send(new Fill("P", 7)));
            assertFalse(follower.takeTurn());
            assertEquals(7, follower.purses.purse("P").balance());
            stop.release();
            failure(Fenced.class, underWay);
        }
    }

    @Test
    void a_fenced_node_stands_by_again_with_a_fresh_state_and_leads_again() {
        try (var place = new TestLedger()) {
            var fenced = new PurseLedger(store(place, "A"), settings.withHook(faults));
            get(fenced.send(new Fill("P", 100)));
            PurseLedger again;
            try (var other = PurseLedger.standby(store(place, "B"), settings)) {
                var stop = faults.stopAt(Step.BEFORE_SEND);
                var lost = fenced.send(new Draw("P", "d1", 100));
                stop.awaitReached();
                await("B leads", other::takeTurn);
                get(other.send(new Draw("P", "d2", 30)));
                stop.release();
                failure(Fenced.class, lost);
                fenced.close();
                again = fenced.successor();
                assertFalse(again.takeTurn());
                assertEquals(70, again.purses.purse("P").balance());
            }
            try (again) {
                await("A leads", again::takeTurn);
                get(again.send(new Draw("P", "d1", 70)));
                assertEquals(List.of("d2", "d1"), again.draws());
            }
        }
    }

    @Test
    void nobody_goes_on_upon_a_database_that_lacks_what_it_has_seen() throws Exception {
        try (var place = new TestLedger(); var standby = PurseLedger.standby(store(place, "B"), settings)) {
            var active = new PurseLedger(store(place, "A"), settings);
            for (String purse : List.of("P", "Q")) get(active.send(new Fill(purse, 1)));
            assertFalse(standby.takeTurn());
            active.close();
            setBackTo(place, 0);
            refusedAsSetBack(standby);
            try (var again = active.successor()) {
                refusedAsSetBack(again);
            }
            try (var somebodyNew = PurseLedger.standby(store(place, "C"), settings)) {
                await("who knows nothing goes on", somebodyNew::takeTurn);
                get(somebodyNew.send(new Fill("R", 1)));
            }
            refusedAsSetBack(standby);
            try (var again = active.successor()) {
                refusedAsSetBack(again);
            }
        }
    }

    @Test
    void a_node_that_writes_answers_nobody_on_facts_that_its_database_has_lost() throws Exception {
        try (var place = new TestLedger(); var active = new PurseLedger(store(place, "A"), settings)) {
            get(active.send(new Fill("P", 100)));
            get(active.send(new Draw("P", "d1", 60)));
            setBackTo(place, 0);
            place.killWriter();
            failure(LaneFailure.Closed.class, active.send(new Draw("P", "d2", 50))); // 40 were left, and 100 are there
            await("it stops", () -> active.engine.status() == Status.STOPPED);
        }
    }

    private static void refusedAsSetBack(PurseLedger ledger) {
        var refused = assertThrows(IllegalStateException.class, () -> await("it notices", ledger::takeTurn));
        assertTrue(refused.getMessage().startsWith("The database lacks the fact that stood at position 1"), refused.getMessage());
        assertEquals(Status.STANDBY, ledger.engine.status());
    }

    private static void setBackTo(TestLedger place, long last) throws SQLException {
        for (String table : List.of("fact", "fact_tag", "event_id", "unique_value"))
            place.asSuperuser("alter table ledger." + table + " disable trigger append_only; delete from ledger." + table + " where position > " + last
                    + "; alter table ledger." + table + " enable always trigger append_only");
    }

    private static JdbcGroupStore store(TestLedger place, String node) {
        return place.store(new JdbcSettings(node, LEASE, Duration.ofSeconds(3)));
    }
}
