package fundtrail.command.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.axon.Outcome;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.kit.Sample;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RefusalMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-01-05T15:59:59Z");
    private final RefusalMeters meters = new RefusalMeters(registry, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException("a test's clock stays in its zone");
        }
    }, () -> Sample.ZONE);

    private static Outcome.Refusal refusal(RefusalCode code, int noted, int repeated) {
        return new Outcome.Refusal(Decision.refused(code, "CEN"), noted, repeated);
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    @Test
    void what_was_noted_and_what_was_noted_before_are_counted() {
        meters.count(Sample.TESTER, refusal(RefusalCode.HOLD_ACTIVE, 3, 1));
        meters.count(Sample.TESTER, refusal(RefusalCode.HOLD_ACTIVE, 0, 4));
        assertEquals(2, count("ledger.refusals", "code", "HOLD_ACTIVE"));
        assertEquals(3, count("ledger.refusals.noted"));
        assertEquals(5, count("ledger.refusals.repeated"));
        assertEquals(0, count("ledger.refusals.alerts"));
    }

    @Test
    void a_person_who_is_done_for_the_day_raises_one_alert_that_day() {
        for (int i = 0; i < 5; i++) {
            meters.count(Sample.TESTER, refusal(RefusalCode.TOO_MANY_REFUSALS, 0, 0));
        }
        assertEquals(1, count("ledger.refusals.alerts"));
        meters.count(Sample.OTHER, refusal(RefusalCode.TOO_MANY_REFUSALS, 0, 0));
        assertEquals(2, count("ledger.refusals.alerts"));
        now = now.plus(Duration.ofSeconds(1));
        meters.count(Sample.TESTER, refusal(RefusalCode.TOO_MANY_REFUSALS, 0, 0));
        assertEquals(3, count("ledger.refusals.alerts"));
    }
}
