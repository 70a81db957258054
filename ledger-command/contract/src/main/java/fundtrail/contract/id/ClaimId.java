package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One row of a report of service volumes: work that money is paid for, and may be claimed back for (工作量明细). See {@link Identifier} for what it may look like. */
public record ClaimId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClaimId {
        Identifier.check("claim", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
