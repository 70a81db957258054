package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fundtrail.eventstore.GroupHook.Step;
import fundtrail.eventstore.LaneFailure.AppendRefused;
import fundtrail.eventstore.LaneFailure.GroupLost;
import fundtrail.eventstore.PurseWish.Draw;
import fundtrail.eventstore.PurseWish.DrawAll;
import fundtrail.eventstore.PurseWish.DrawBlindly;
import fundtrail.eventstore.PurseWish.Fill;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the database says no to for good. */
class RefusedAppendTest {

    private final Faults faults = new Faults();
    private final LaneSettings settings = LaneSettings.defaults().withHook(faults);

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_value_claimed_before_refuses_that_append_and_no_other(Stores kind) {
        try (var place = kind.make(); var ledger = new PurseLedger(place.store(), settings)) {
            var stop = faults.stopAt(Step.BEFORE_SEND);
            var first = ledger.send(new Fill("P", 100));
            stop.awaitReached();
            // These join one group while the first is under way.
            var before = ledger.send(new DrawBlindly("P", "d1", 10));
            var culprit = ledger.send(new DrawBlindly("P", "d1", 90));
            var judgedOnIt = ledger.send(new Draw("P", "d2", 50));
            var after = ledger.send(new Draw("P", "d3", 40));
            ledger.awaitDecided();
            stop.release();
            assertEquals("done", get(first));
            assertEquals("done", get(before));
            var refusal = failure(AppendRefused.class, culprit);
            assertEquals("23505", refusal.sqlState());
            assertEquals("unique_value_pkey", refusal.constraint());
            assertFalse(refusal.retryable());
            assertEquals("done", get(judgedOnIt), "it was refused on facts that never were, so it is decided anew");
            assertEquals("done", get(after));
            assertEquals(List.of("d1", "d2", "d3"), ledger.draws());
            assertEquals(0, ledger.engine.lane().ask(() -> ledger.purses.purse("P").balance()).join());
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_value_claimed_twice_in_one_append_refuses_all_of_it(Stores kind) {
        try (var place = kind.make(); var ledger = new PurseLedger(place.store(), settings)) {
            get(ledger.send(new Fill("P", 100)));
            assertEquals("unique_value_pkey", failure(AppendRefused.class, ledger.send(new DrawAll("P", List.of("d1", "d2", "d1"), 1))).constraint());
            assertEquals(1, ledger.facts().size());
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void whoever_stands_behind_too_many_refused_appends_is_told_to_come_again(Stores kind) {
        try (var place = kind.make(); var ledger = new PurseLedger(place.store(), settings.withAttempts(1))) {
            get(ledger.send(new Fill("P", 100)));
            get(ledger.send(new DrawBlindly("P", "d1", 1)));
            var stop = faults.stopAt(Step.BEFORE_SEND);
            var culprit = ledger.send(new DrawBlindly("P", "d1", 1));
            stop.awaitReached();
            var behind = ledger.send(new Draw("P", "d2", 1));
            ledger.awaitDecided();
            stop.release();
            failure(AppendRefused.class, culprit);
            assertEquals(true, failure(GroupLost.class, behind).retryable());
            assertEquals(List.of("d1"), ledger.draws());
        }
    }

    @Test
    void a_value_too_long_for_its_index_is_refused_and_the_writer_goes_on() {
        try (var place = new TestLedger(); var ledger = new PurseLedger(place.store("A"), settings)) {
            get(ledger.send(new Fill("P", 100)));
            var random = new Random(1);
            String tooLong = random.ints(6_000, 'a', 'z').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            assertEquals("54000", failure(AppendRefused.class, ledger.send(new Draw("P", tooLong, 1))).sqlState());
            get(ledger.send(new Draw("P", "short", 1)));
            assertEquals(List.of("short"), ledger.draws());
        }
    }
}
