package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.await;
import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.eventstore.GroupHook.Step;
import fundtrail.eventstore.LaneFailure.GroupLost;
import fundtrail.eventstore.PurseWish.Draw;
import fundtrail.eventstore.PurseWish.DrawAll;
import fundtrail.eventstore.PurseWish.Fill;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LostConnectionTest {

    private static final String WRITERS = """
            select count(*) from pg_stat_activity where datname = current_database() and application_name like 'ledger writer of %'
            """;

    private final Faults faults = new Faults();
    private final LaneSettings settings = LaneSettings.defaults().withHook(faults);

    @ParameterizedTest
    @EnumSource(Stores.class)
    void an_answer_lost_after_the_commit_is_found_out_and_the_fact_is_there_once(Stores kind) {
        try (var place = kind.make(); var ledger = new PurseLedger(place.store(), settings)) {
            faults.loseAt(Step.AFTER_SEND_BEFORE_ANSWER, 1);
            get(ledger.send(new Fill("P", 100)));
            assertEquals(1, ledger.engine.measures().foundCommitted.sum());
            assertEquals(1, ledger.facts().size());
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_connection_lost_before_sending_has_the_same_bytes_sent_again(Stores kind) {
        try (var place = kind.make(); var ledger = new PurseLedger(place.store(), settings)) {
            faults.loseAt(Step.BEFORE_SEND, 2);
            get(ledger.send(new Fill("P", 100)));
            assertEquals(2, ledger.engine.measures().sentAgain.sum());
            assertEquals(1, ledger.facts().size());
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_lasting_failure_takes_state_back_and_the_next_wish_succeeds(Stores kind) {
        try (var place = kind.make(); var ledger = new PurseLedger(place.store(), settings.withPatience(Duration.ofMillis(200)))) {
            get(ledger.send(new Fill("P", 100)));
            faults.loseAt(Step.BEFORE_SEND, Integer.MAX_VALUE);
            var stop = faults.stopAt(Step.BEFORE_SEND);
            var first = ledger.send(new Draw("P", "d1", 100));
            stop.awaitReached();
            var behind = ledger.send(new Fill("P", 7));
            var refused = ledger.send(new Draw("P", "d2", 100)); // exceeded, if d1 is a fact
            ledger.awaitDecided();
            stop.release();
            assertTrue(failure(GroupLost.class, first).retryable());
            failure(GroupLost.class, behind);
            failure(GroupLost.class, refused);
            faults.never();
            get(ledger.send(new Draw("P", "d2", 100)));
            assertEquals(List.of("d2"), ledger.draws());
            assertEquals(2, ledger.facts().size());
        }
    }

    @Test
    void a_large_group_may_take_longer_to_be_answered_than_any_other() throws SQLException {
        try (var place = new TestLedger();
                var ledger = new TextLedger(place.store(JdbcSettings.of("A").withAnswerTimeout(Duration.ofSeconds(1))), LaneSettings.defaults())) {
            place.asSuperuser("""
                    create function ledger.slow() returns trigger language plpgsql as $$ begin perform pg_sleep(1.2); return null; end $$;
                    create trigger slow after insert on ledger.fact for each statement execute function ledger.slow()""");
            TaggedEventMessage<?>[] large = Stream.generate(() -> TextLedger.event("x".repeat(20_000))).limit(300).toArray(TaggedEventMessage<?>[]::new);
            get(ledger.append(large));
            assertEquals(0, ledger.engine.measures().outcomesUnknown.sum());
            assertEquals(large.length, ledger.stored().size());
        }
    }

    @Test
    void while_the_database_is_away_wishes_fail_at_once_and_what_had_been_committed_is_found_when_it_is_back() throws Exception {
        try (var place = new TestLedger(); var ledger = new PurseLedger(place.store("A"), settings.withPatience(Duration.ofMillis(200)))) {
            get(ledger.send(new Fill("P", 100)));
            faults.loseAt(Step.AFTER_SEND_BEFORE_ANSWER, 1);
            var stop = faults.stopAt(Step.AFTER_SEND_BEFORE_ANSWER);
            var unknown = ledger.send(new Draw("P", "d1", 60));
            stop.awaitReached();
            var behind = ledger.send(new Draw("P", "d2", 40));
            place.cutWriterOff();
            ledger.awaitDecided();
            stop.release();
            failure(GroupLost.class, unknown);
            failure(GroupLost.class, behind);
            assertEquals(LaneEngine.Status.SUSPENDED, ledger.engine.status());
            failure(GroupLost.class, ledger.send(new Draw("P", "d3", 1)));
            place.letWriterIn();
            await("running again", () -> ledger.engine.status() == LaneEngine.Status.RUNNING);
            assertEquals("done before", get(ledger.send(new Draw("P", "d1", 60))));
            assertEquals("done", get(ledger.send(new Draw("P", "d2", 40))));
            assertEquals(List.of("d1", "d2"), ledger.draws());
        }
    }

    @Test
    void while_the_database_is_away_what_had_not_been_committed_stays_undone() throws Exception {
        try (var place = new TestLedger(); var ledger = new PurseLedger(place.store("A"), settings.withPatience(Duration.ofMillis(200)))) {
            get(ledger.send(new Fill("P", 100)));
            place.cutWriterOff();
            failure(GroupLost.class, ledger.send(new Draw("P", "d1", 60)));
            place.letWriterIn();
            await("running again", () -> ledger.engine.status() == LaneEngine.Status.RUNNING);
            assertEquals("done", get(ledger.send(new Draw("P", "d1", 60))));
            assertEquals(List.of("d1"), ledger.draws());
        }
    }

    @Test
    void a_ledger_whose_database_is_away_can_be_closed() throws Exception {
        try (var place = new TestLedger()) {
            var ledger = new PurseLedger(place.store("A"), settings.withPatience(Duration.ofMillis(200)));
            place.cutWriterOff();
            failure(GroupLost.class, ledger.send(new Fill("P", 100)));
            ledger.close();
            failure(LaneFailure.Closed.class, ledger.send(new Fill("P", 100)));
        }
    }

    @Test
    void a_group_stuck_in_the_server_is_ended_there_before_it_is_sent_again() throws Exception {
        try (var place = new TestLedger(); var stuck = place.connect("ledger_owner");
                var ledger = new PurseLedger(place.store(JdbcSettings.of("A").withAnswerTimeout(Duration.ofSeconds(1))), settings)) {
            stuck.setAutoCommit(false);
            stuck.createStatement().execute("select from ledger.epoch for update"); // whatever reads the fence now waits
            var wish = ledger.send(new Fill("P", 100));
            await("sent twice", () -> ledger.engine.measures().sentAgain.sum() >= 2);
            assertTrue(place.askSuperuser(WRITERS) <= 2, "the session under way and perhaps the one that is ending");
            stuck.rollback();
            get(wish);
            assertEquals(1, ledger.facts().size());
            await("one session", () -> place.askSuperuser(WRITERS) == 1);
        }
    }

    @Test
    void connections_killed_under_load_lose_no_acknowledged_fact_and_double_none() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (var place = new TestLedger(); var ledger = new PurseLedger(place.store("A"), settings.withGroup(20, 1 << 20))) {
            get(ledger.send(new Fill("P", Long.MAX_VALUE / 2)));
            var acknowledged = new ConcurrentLinkedQueue<String>();
            var over = new AtomicBoolean();
            try (var callers = Executors.newFixedThreadPool(8)) {
                var all = new ArrayList<Future<?>>();
                for (int number = 0; number < 8; number++) {
                    int caller = number;
                    all.add(callers.submit(() -> {
                        for (int i = 0; !over.get(); i++) {
                            List<String> draws = List.of(caller + "-" + i + "a", caller + "-" + i + "b");
                            get(ledger.send(new DrawAll("P", draws, 1)));
                            acknowledged.addAll(draws);
                        }
                    }));
                }
                try {
                    for (int kill = 0; kill < 15; kill++) {
                        long until = ledger.engine.measures().groups.sum() + 1 + random.nextInt(6);
                        await("more groups", () -> ledger.engine.measures().groups.sum() >= until || all.stream().anyMatch(Future::isDone));
                        await("a session to kill", () -> place.killWriter() == 1);
                    }
                } finally {
                    over.set(true);
                }
                for (var one : all) one.get();
            }
            List<String> drawn = ledger.draws();
            assertEquals(drawn.size(), new HashSet<>(drawn).size(), "doubled, seed " + seed);
            assertEquals(new HashSet<>(drawn), new HashSet<>(acknowledged), "all were acknowledged, and nothing else, seed " + seed);
            assertFalse(ledger.engine.measures().outcomesUnknown.sum() == 0, "no connection was lost, seed " + seed);
        }
    }
}
