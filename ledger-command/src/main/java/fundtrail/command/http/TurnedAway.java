package fundtrail.command.http;

import fundtrail.door.DoorLimits;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A request the door turns away; becomes a problem document. */
final class TurnedAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DoorCode code;
    private long retryAfter;
    private final transient Map<String, String> details = new TreeMap<>();

    TurnedAway(DoorCode code) {
        super(code.name(), null, false, false);
        this.code = code;
    }

    /** Another node writes, by this name. */
    static TurnedAway standby(String active) {
        return new TurnedAway(DoorCode.STANDBY).with("active", active);
    }

    TurnedAway with(String placeholder, Object value) {
        details.put(placeholder, String.valueOf(value));
        return this;
    }

    /** With the time after which to ask again, {@code {seconds}} in its text and {@code Retry-After} in its answer. */
    TurnedAway until(Duration wait) {
        retryAfter = DoorLimits.seconds(wait);
        return with("seconds", retryAfter);
    }

    /** Seconds; 0 when nothing is said. */
    long retryAfter() {
        return retryAfter;
    }

    DoorCode code() {
        return code;
    }

    Map<String, String> details() {
        return details;
    }
}
