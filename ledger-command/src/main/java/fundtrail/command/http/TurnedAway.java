package fundtrail.command.http;

import java.util.Map;
import java.util.TreeMap;

/** A request the door turns away; becomes a problem document. */
final class TurnedAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DoorCode code;
    private final transient Map<String, String> details = new TreeMap<>();

    TurnedAway(DoorCode code) {
        super(code.name(), null, false, false);
        this.code = code;
    }

    TurnedAway with(String placeholder, Object value) {
        details.put(placeholder, String.valueOf(value));
        return this;
    }

    DoorCode code() {
        return code;
    }

    Map<String, String> details() {
        return details;
    }
}
