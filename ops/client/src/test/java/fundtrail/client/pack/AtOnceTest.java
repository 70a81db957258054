package fundtrail.client.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AtOnceTest {
    @Test
    void answers_stand_in_the_order_of_what_was_asked_whichever_comes_first() {
        CountDownLatch lastIsAnswered = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        List<Integer> answers = AtOnce.each(List.of(1, 2, 3), number -> {
            if (number == 3) {
                lastIsAnswered.countDown();
            } else {
                await(lastIsAnswered);
            }
            return number * 10;
        }, done::incrementAndGet);
        assertEquals(List.of(10, 20, 30), answers);
        assertEquals(3, done.get());
    }

    @Test
    void no_more_than_a_few_are_asked_together() {
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtOnce.each(IntStream.range(0, 500).boxed().toList(), number -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            Thread.yield();
            return together.decrementAndGet();
        }, () -> { });
        assertTrue(most.get() <= AtOnce.MOST, "together: " + most);
    }

    @Test
    void the_first_failure_is_told_and_what_was_not_begun_is_left() {
        AtomicInteger asked = new AtomicInteger();
        IllegalStateException failed = assertThrows(IllegalStateException.class, () -> AtOnce.each(
                IntStream.range(0, 100_000).boxed().toList(), number -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("number " + number);
                }, () -> { }));
        assertEquals("number 0", failed.getMessage());
        assertTrue(asked.get() < 100_000, "asked for " + asked + " after the first had failed");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
