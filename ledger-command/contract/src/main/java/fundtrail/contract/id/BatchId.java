package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A disbursement batch (拨款批次). See {@link Identifier} for what it may look like. */
public record BatchId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BatchId {
        Identifier.check("batch", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
