package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An allotment (预算指标): one fund source for one institution, programme and budget year. See {@link Identifier} for what it may look like. */
public record AllotmentId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AllotmentId {
        Identifier.check("allotment", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
