package fundtrail.eventstore;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/** How tests wait for answers: on a condition, and not for ever. */
final class Outcomes {

    private static final Duration LONG = Duration.ofSeconds(30);

    private Outcomes() {}

    static <T> T get(CompletableFuture<T> answer) {
        try {
            return answer.get(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("the answer was a failure", failed.getCause());
        } catch (InterruptedException | TimeoutException none) {
            throw new AssertionError("no answer", none);
        }
    }

    /** The failure itself, however Axon wrapped it. */
    static <F extends Throwable> F failure(Class<F> type, CompletableFuture<?> answer) {
        Throwable failure = assertThrows(ExecutionException.class, () -> answer.get(LONG.toSeconds(), TimeUnit.SECONDS)).getCause();
        while (!type.isInstance(failure) && failure.getCause() != null) failure = failure.getCause();
        return assertInstanceOf(type, failure);
    }

    static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(LONG).pollInterval(Duration.ofMillis(5)).until(condition);
    }
}
