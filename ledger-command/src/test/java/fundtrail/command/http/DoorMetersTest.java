package fundtrail.command.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** An alert on an increase fires only for what was there, at nought, before it first happened. */
class DoorMetersTest {
    @Test
    void every_way_to_be_turned_away_is_counted_from_the_start() {
        var registry = new SimpleMeterRegistry();
        var meters = new DoorMeters(registry);
        meters.turnedAway(DoorCode.BUSY);
        for (DoorCode code : DoorCode.values()) {
            assertEquals(code == DoorCode.BUSY ? 1 : 0,
                    registry.get("ledger.answers").tags("answer", "turned_away", "code", code.name()).counter().count(), code.name());
        }
    }
}
