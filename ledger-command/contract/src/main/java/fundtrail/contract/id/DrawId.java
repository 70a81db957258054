package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A draw on the risk reserve (风险金动用). See {@link Identifier} for what it may look like. */
public record DrawId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DrawId {
        Identifier.check("draw", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
