package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A finding of an inspection (检查问题). See {@link Identifier} for what it may look like. */
public record FindingId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FindingId {
        Identifier.check("finding", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
