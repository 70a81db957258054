package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.eventstore.LaneFailure.DeadlinePassed;
import fundtrail.eventstore.LaneFailure.GroupLost;
import fundtrail.eventstore.LaneFailure.LaneFull;
import fundtrail.eventstore.PurseWish.Fill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** More wishes than a slow database bears, with deadlines that it cannot keep, over connections that are lost. */
class BackPressureTest {

    private static final int CALLERS = 48;
    private static final int WISHES = 25;

    @Test
    void no_wish_is_both_refused_and_recorded() throws Exception {
        long seed = Long.getLong("fundtrail.seed", System.nanoTime());
        var settings = LaneSettings.defaults().withQueueCapacity(16).withGroup(4, 1 << 20).withBacklog(8, 1 << 20).withPatience(Duration.ofMillis(1));
        try (var place = new TestLedger(); var ledger = new PurseLedger(place.store("A"), settings)) {
            Outcomes.get(ledger.send(new Fill("P", Long.MAX_VALUE / 2)));
            place.asSuperuser("""
                    create function ledger.slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.002); return null; end $$;
                    create trigger slow before insert on ledger.fact_tag for each statement execute function ledger.slow()""");
            Map<String, Throwable> refused = new ConcurrentHashMap<>();
            Set<String> answered = ConcurrentHashMap.newKeySet();
            var callers = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                callers.add(CompletableFuture.runAsync(() -> ask(ledger, caller, new Random(seed + caller), answered, refused), Thread::startVirtualThread));
            }
            var all = CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new));
            for (int kill = 0; kill < 10 && !all.isDone(); kill++) {
                long groups = ledger.engine.measures().groups.sum();
                await("groups go on", () -> all.isDone() || ledger.engine.measures().groups.sum() > groups + 5);
                place.killWriter();
            }
            all.join();
            await("the last lost connection is replaced", () -> DrawingCallers.isAnswered(ledger, "last"));
            Set<String> recorded = new HashSet<>(ledger.draws());
            for (String id : answered) assertTrue(recorded.contains(id + "a"), "answered and not recorded: " + id + ", seed " + seed);
            for (var one : refused.entrySet())
                if (!(one.getValue() instanceof GroupLost))
                    assertFalse(recorded.contains(one.getKey() + "a"), "refused and recorded: " + one + ", seed " + seed);
            for (Class<?> kind : List.of(LaneFull.class, DeadlinePassed.class, GroupLost.class))
                assertTrue(refused.values().stream().anyMatch(kind::isInstance), "no " + kind.getSimpleName() + ", so the race was none; seed " + seed);
            place.asSuperuser("drop trigger slow on ledger.fact_tag");
            for (String id : some(refused)) {
                String answer = Outcomes.get(ledger.send(DrawingCallers.twice(id)));
                assertEquals(recorded.contains(id + "a") ? "done before" : "done", answer, id + ", seed " + seed);
            }
            WholeLedger.check(place, ledger, some(refused));
        }
    }

    /** All whose outcome was not known, and some of the others. */
    private static List<String> some(Map<String, Throwable> refused) {
        var unknown = refused.entrySet().stream().filter(one -> one.getValue() instanceof GroupLost);
        var known = refused.entrySet().stream().filter(one -> !(one.getValue() instanceof GroupLost)).limit(50);
        return Stream.concat(unknown, known).map(Map.Entry::getKey).toList();
    }

    private static void ask(PurseLedger ledger, int caller, Random random, Set<String> answered, Map<String, Throwable> refused) {
        for (int number = 0; number < WISHES; number++) {
            String id = caller + "-" + number;
            String deadline = Long.toString(System.currentTimeMillis() + random.nextInt(60));
            try {
                ledger.send(DrawingCallers.twice(id), Map.of(LaneBus.DEADLINE, deadline)).join();
                answered.add(id);
            } catch (CompletionException failure) {
                refused.put(id, failure.getCause());
            }
        }
    }
}
