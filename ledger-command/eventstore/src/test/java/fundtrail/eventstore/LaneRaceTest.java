package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.eventstore.PurseFact.Drawn;
import fundtrail.eventstore.PurseFact.Held;
import fundtrail.eventstore.PurseWish.Draw;
import fundtrail.eventstore.PurseWish.Fill;
import fundtrail.eventstore.PurseWish.Hold;
import fundtrail.eventstore.PurseWish.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many callers and one purse: what one lane is for. */
class LaneRaceTest {

    private static final int CALLERS = 16;
    private static final int WISHES = 150;

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_hot_purse_is_never_overdrawn_and_every_acknowledged_draw_is_there_once(Stores kind) throws Exception {
        long seed = System.nanoTime();
        try (var place = kind.make(); var ledger = new PurseLedger(place.store(), LaneSettings.defaults().withGroup(40, 1 << 20).withWindowFacts(50))) {
            long filled = 4_000;
            get(ledger.send(new Fill("hot", filled)));
            var acknowledged = new ConcurrentLinkedQueue<String>();
            inParallel(caller -> {
                var random = new Random(seed + caller);
                for (int i = 0; i < WISHES; i++) {
                    String draw = caller + "-" + random.nextInt(WISHES / 2); // some are sent twice
                    try {
                        ledger.send(new Draw("hot", draw, 1 + random.nextInt(9))).join();
                        acknowledged.add(draw);
                    } catch (RuntimeException refused) {
                        if (!refused.toString().contains("exceeded")) throw refused;
                    }
                }
            });
            List<PurseFact> facts = ledger.facts(); // compares with a refold, which finds every position once, in order
            long left = filled;
            Set<String> drawn = new HashSet<>();
            for (PurseFact fact : facts)
                if (fact instanceof Drawn draw) {
                    left -= draw.amount();
                    assertTrue(left >= 0, "overdrawn at " + draw + ", seed " + seed);
                    assertTrue(drawn.add(draw.draw()), "twice: " + draw + ", seed " + seed);
                }
            assertTrue(drawn.containsAll(acknowledged), "acknowledged and lost, seed " + seed);
            assertEquals(facts.size() - 1, ledger.engine.durable(), "seed " + seed);
            assertEquals(drawn.size() + 1, facts.size());
            assertTrue(left < 9, "the purse was not drawn empty, so the race was none: " + left + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_hold_placed_while_draws_are_decided_stops_every_draw_after_it(Stores kind) throws Exception {
        long seed = System.nanoTime();
        try (var place = kind.make(); var ledger = new PurseLedger(place.store(), LaneSettings.defaults())) {
            for (int purse = 0; purse < 10; purse++) get(ledger.send(new Fill("purse" + purse, 1_000_000)));
            inParallel(caller -> {
                var random = new Random(seed + caller);
                List<CompletableFuture<String>> answers = new ArrayList<>();
                for (int i = 0; i < WISHES; i++) {
                    String purse = "purse" + random.nextInt(10);
                    answers.add(random.nextInt(40) == 0 ? ledger.send(new Hold(purse)) : ledger.send(new Draw(purse, caller + "-" + i, 1)));
                }
                for (var answer : answers) answer.exceptionally(refused -> Outcomes.failure(Refusal.class, answer).getMessage()).join();
            });
            Set<String> held = new HashSet<>();
            int drawn = 0;
            for (PurseFact fact : ledger.facts()) {
                if (fact instanceof Held hold) held.add(hold.purse());
                if (fact instanceof Drawn draw) {
                    drawn++;
                    assertTrue(!held.contains(draw.purse()), draw + " after a hold, seed " + seed);
                }
            }
            assertTrue(!held.isEmpty() && drawn > 0, "no race, seed " + seed);
        }
    }

    private interface Caller {
        void run(int number) throws Exception;
    }

    private static void inParallel(Caller caller) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var all = new ArrayList<Future<?>>();
            for (int number = 0; number < CALLERS; number++) {
                int its = number;
                all.add(threads.submit(() -> {
                    caller.run(its);
                    return null;
                }));
            }
            for (var one : all) one.get();
        }
    }
}
