package fundtrail.query.follow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AwaitPositionTest {
    private final AwaitPosition await = new AwaitPosition();

    @Test void what_is_worked_in_needs_no_waiting() throws InterruptedException {
        await.reached(7);
        assertTrue(await.until(7, Duration.ZERO));
        assertTrue(await.until(0, Duration.ZERO));
    }

    @Test void what_does_not_come_in_time_is_not_there() throws InterruptedException {
        await.reached(7);
        assertFalse(await.until(8, Duration.ofMillis(1)));
    }

    @Test void a_waiting_read_goes_on_as_soon_as_its_position_is_worked_in() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return await.until(8, Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        await.reached(7);
        await.reached(8);
        assertTrue(waiting.get(30, TimeUnit.SECONDS));
    }
}
