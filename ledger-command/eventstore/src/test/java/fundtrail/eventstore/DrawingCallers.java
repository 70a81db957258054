package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.await;
import static fundtrail.eventstore.Outcomes.get;

import fundtrail.eventstore.PurseWish.DrawAll;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Callers who draw twice in one append from purse P, under ids of their own, and ask again with the same ids until they are answered. */
final class DrawingCallers implements AutoCloseable {

    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<?> all;
    private final String name;
    private volatile boolean over;

    /** @param name distinguishes their ids from those of others */
    DrawingCallers(String name, PurseLedger ledger, int callers) {
        this.name = name;
        CompletableFuture<?>[] each = new CompletableFuture<?>[callers];
        for (int i = 0; i < callers; i++) {
            int caller = i;
            each[i] = new CompletableFuture<Void>();
            Thread.ofVirtual().start(() -> draw(ledger, caller, each[caller]));
        }
        all = CompletableFuture.allOf(each);
    }

    private void draw(PurseLedger ledger, int caller, CompletableFuture<?> end) {
        try {
            for (int number = 0; !over; number++) {
                String id = name + "-" + caller + "-" + number;
                while (!isAnswered(ledger, id)) Thread.onSpinWait();
                acknowledged.add(id);
            }
            end.complete(null);
        } catch (RuntimeException | Error failure) {
            end.completeExceptionally(failure);
        }
    }

    /** Whether it is done now; if not, it may be asked again. */
    static boolean isAnswered(PurseLedger ledger, String id) {
        try {
            ledger.send(twice(id)).join();
            return true;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof LaneFailure lane && lane.retryable()) return false;
            throw failure;
        }
    }

    static DrawAll twice(String id) {
        return new DrawAll("P", List.of(id + "a", id + "b"), 1);
    }

    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    void awaitAcknowledged(int draws) {
        await(draws + " draws", () -> acknowledged.size() >= draws || all.isDone());
    }

    /** Waits until the last draw of everybody is answered. */
    void stop() {
        over = true;
        get(all);
    }

    @Override
    public void close() {
        over = true;
    }
}
