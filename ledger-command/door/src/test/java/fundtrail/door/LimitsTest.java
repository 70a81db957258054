package fundtrail.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.door.kit.SetClock;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Duration OPEN = Duration.ZERO;
    private static final SignInLimit THREE_A_MINUTE = new SignInLimit(3, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final SetClock clock = new SetClock(Instant.parse("2026-01-05T01:00:00Z"));
    private final SignInLockout lockout = new SignInLockout(THREE_A_MINUTE, clock);

    private static Client from(String address) {
        return new Client(InetAddress.ofLiteral(address));
    }

    private void refused(String address, int times) {
        for (int i = 0; i < times; i++) {
            lockout.refused(from(address));
        }
    }

    @Test
    void the_door_closes_with_the_last_refusal_allowed_and_opens_again_after_its_time() {
        refused("10.0.0.1", 2);
        assertEquals(OPEN, lockout.closedFor(from("10.0.0.1")));
        refused("10.0.0.1", 1);
        assertEquals(Duration.ofMinutes(5), lockout.closedFor(from("10.0.0.1")));
        clock.passes(Duration.ofMinutes(5).minusNanos(1));
        assertEquals(Duration.ofNanos(1), lockout.closedFor(from("10.0.0.1")));
        clock.passes(Duration.ofNanos(1));
        assertEquals(OPEN, lockout.closedFor(from("10.0.0.1")));
    }

    @Test
    void refusals_far_apart_close_nothing() {
        for (int i = 0; i < 20; i++) {
            refused("10.0.0.1", 1);
            clock.passes(Duration.ofSeconds(20));
        }
        assertEquals(OPEN, lockout.closedFor(from("10.0.0.1")));
    }

    @Test
    void other_addresses_notice_nothing() {
        refused("10.0.0.1", 3);
        assertEquals(OPEN, lockout.closedFor(from("10.0.0.2")));
    }

    @Test
    void the_addresses_of_a_64_bit_network_count_as_one() {
        refused("2001:db8:0:1::1", 2);
        refused("2001:db8:0:1:ffff::2", 1);
        assertEquals(Duration.ofMinutes(5), lockout.closedFor(from("2001:db8:0:1::3")));
        assertEquals(OPEN, lockout.closedFor(from("2001:db8:0:2::1")));
    }

    @Test
    void a_person_may_ask_so_often_at_once_and_then_so_often_a_second() {
        Allowance allowance = new Allowance(new Rate(500, 50), clock);
        for (int i = 0; i < 500; i++) {
            assertEquals(OPEN, allowance.take("p-1"), "request " + i);
        }
        assertEquals(Duration.ofMillis(20), allowance.take("p-1"));
        assertEquals(OPEN, allowance.take("p-2"));
        clock.passes(Duration.ofSeconds(1));
        for (int i = 0; i < 50; i++) {
            assertEquals(OPEN, allowance.take("p-1"), "request " + i);
        }
        assertEquals(Duration.ofMillis(20), allowance.take("p-1"));
    }

    @Test
    void however_many_come_memory_is_bounded_and_who_is_gone_is_forgotten() {
        Buckets buckets = new Buckets(10, 10, Duration.ofSeconds(1), clock);
        for (int i = 0; i < Buckets.MOST_KEPT + 5_000; i++) {
            buckets.of("p-" + i);
        }
        assertTrue(buckets.size() <= Buckets.MOST_KEPT, "kept " + buckets.size());
        clock.passes(Duration.ofSeconds(3));
        assertEquals(0, buckets.size());
    }

    @Test
    void a_wait_is_told_in_whole_seconds_that_suffice() {
        assertEquals(1, DoorLimits.seconds(Duration.ofMillis(20)));
        assertEquals(1, DoorLimits.seconds(Duration.ofSeconds(1)));
        assertEquals(2, DoorLimits.seconds(Duration.ofSeconds(1).plusNanos(1)));
        assertEquals(300, DoorLimits.seconds(Duration.ofMinutes(5)));
    }
}
