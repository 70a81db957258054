package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A claw-back (追缴). See {@link Identifier} for what it may look like. */
public record ClawbackId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClawbackId {
        Identifier.check("clawback", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
