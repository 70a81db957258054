package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.await;
import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.eventstore.GroupHook.Step;
import fundtrail.eventstore.LaneFailure.AnotherNodeIsActive;
import fundtrail.eventstore.LaneFailure.Fenced;
import fundtrail.eventstore.PurseWish.Draw;
import fundtrail.eventstore.PurseWish.Fill;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One node writes. */
class FenceTest {

    private static final String RAISE = "update ledger.epoch set epoch = epoch + 1, node = 'B'";

    private final Faults faults = new Faults();
    private final LaneSettings settings = LaneSettings.defaults().withHook(faults);

    @Test
    void a_second_node_does_not_start_while_the_first_one_writes() {
        try (var place = new TestLedger(); var first = new PurseLedger(place.store("A"), settings)) {
            var refused = assertThrows(AnotherNodeIsActive.class, () -> new PurseLedger(place.store("B"), settings));
            assertTrue(refused.getMessage().contains("(A)"), refused.getMessage());
            get(first.send(new Fill("P", 1)));
        }
    }

    @Test
    void once_the_first_has_stopped_the_second_goes_on_where_it_ended() {
        try (var place = new TestLedger()) {
            try (var first = new PurseLedger(place.store("A"), settings)) {
                get(first.send(new Fill("P", 100)));
            }
            try (var second = new PurseLedger(place.store("B"), settings)) {
                get(second.send(new Draw("P", "d1", 100)));
                assertEquals(2, second.facts().size());
            }
        }
    }

    @Test
    void a_node_whose_epoch_was_raised_by_another_writes_nothing_more() throws Exception {
        try (var place = new TestLedger(); var ledger = new PurseLedger(place.store("A"), settings)) {
            get(ledger.send(new Fill("P", 100)));
            var stop = faults.stopAt(Step.BEFORE_SEND);
            var underWay = ledger.send(new Draw("P", "d1", 1));
            stop.awaitReached();
            var behind = ledger.send(new Draw("P", "d2", 1));
            ledger.awaitDecided();
            place.asSuperuser(RAISE);
            stop.release();
            failure(Fenced.class, underWay);
            failure(Fenced.class, behind);
            failure(Fenced.class, ledger.send(new Draw("P", "d3", 1)));
            assertEquals(LaneEngine.Status.FENCED, ledger.engine.status());
            assertEquals(1, place.askSuperuser("select count(*) from ledger.fact"));
            assertEquals(1, ledger.facts().size());
        }
    }

    @Test
    void a_fenced_node_that_cannot_undo_leaves_nobody_waiting() throws Exception {
        try (var place = new TestLedger(); var ledger = new PurseLedger(place.store("A"), settings)) {
            var stop = faults.stopAt(Step.BEFORE_SEND);
            var underWay = ledger.send(new Fill("P", 100));
            stop.awaitReached();
            place.asSuperuser(RAISE);
            ledger.purses.breakUndo();
            stop.release();
            failure(LaneFailure.Closed.class, underWay);
            assertEquals(LaneEngine.Status.STOPPED, ledger.engine.status());
        }
    }

    @Test
    void an_idle_node_notices_that_it_was_fenced() throws Exception {
        try (var place = new TestLedger(); var ledger = new PurseLedger(place.store("A"), settings)) {
            place.asSuperuser(RAISE);
            await("fenced", () -> ledger.engine.status() == LaneEngine.Status.FENCED);
        }
    }

    @Test
    void a_group_committed_before_the_epoch_was_raised_is_acknowledged_although_its_answer_was_lost() throws Exception {
        try (var place = new TestLedger(); var ledger = new PurseLedger(place.store("A"), settings)) {
            var stop = faults.stopAt(Step.AFTER_SEND_BEFORE_ANSWER);
            faults.loseAt(Step.AFTER_SEND_BEFORE_ANSWER, 1);
            var committed = ledger.send(new Fill("P", 100));
            stop.awaitReached();
            place.asSuperuser(RAISE);
            stop.release();
            get(committed);
            failure(Fenced.class, ledger.send(new Draw("P", "d1", 1)));
            assertEquals(List.of(new PurseFact.Filled("P", 100)), ledger.facts());
        }
    }

    @Test
    void an_idle_node_whose_connection_was_cut_takes_its_lock_again() throws Exception {
        try (var place = new TestLedger(); var ledger = new PurseLedger(place.store("A"), settings)) {
            place.killWriter();
            await("the lock is held again", () -> locks(place, "granted") == 1);
            assertThrows(AnotherNodeIsActive.class, () -> new PurseLedger(place.store("B"), settings));
            get(ledger.send(new Fill("P", 1)));
        }
    }

    @Test
    void a_node_that_lost_its_lock_to_another_writes_nothing_until_it_has_it_again() throws Exception {
        try (var place = new TestLedger(); var other = place.connect("ledger_app"); var statement = other.createStatement();
                var ledger = new PurseLedger(place.store("A"), settings.withPatience(Duration.ofMillis(200)))) {
            var taken = CompletableFuture.runAsync(() -> {
                try {
                    statement.execute("select pg_advisory_lock(" + WriterSession.LOCK + ")");
                } catch (SQLException failure) {
                    throw new AssertionError(failure);
                }
            });
            await("the other waits for the lock", () -> locks(place, "not granted") == 1);
            place.killWriter();
            get(taken);
            failure(LaneFailure.GroupLost.class, ledger.send(new Fill("P", 1)));
            failure(LaneFailure.GroupLost.class, ledger.send(new Fill("P", 1)));
            assertEquals(-1, place.reader().head());
            statement.execute("select pg_advisory_unlock(" + WriterSession.LOCK + ")");
            await("running again", () -> ledger.engine.status() == LaneEngine.Status.RUNNING);
            get(ledger.send(new Fill("P", 1)));
            assertEquals(1, ledger.facts().size());
        }
    }

    private static long locks(TestLedger place, String which) throws SQLException {
        return place.askSuperuser("""
                select count(*) from pg_locks
                where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()) and\s""" + which);
    }
}
