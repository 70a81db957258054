package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A schedule of work equivalents (标化工作当量表). See {@link Identifier} for what it may look like. */
public record ScheduleId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ScheduleId {
        Identifier.check("schedule", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
