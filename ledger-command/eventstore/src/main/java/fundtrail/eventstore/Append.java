package fundtrail.eventstore;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The facts of one decision, which become durable together or not at all, and the answer that waits for it. An append
 * without facts is the answer of a decision that appended nothing: it waits for the facts before it.
 *
 * @param bytes the length of its entries together
 */
record Append(List<Fact> facts, long bytes, CompletableFuture<Void> answer) {

    static Append of(List<Fact> facts) {
        return new Append(facts, facts.stream().mapToLong(Fact::length).sum(), new CompletableFuture<>());
    }
}
