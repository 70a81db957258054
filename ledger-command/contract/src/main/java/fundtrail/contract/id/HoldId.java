package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A payment hold (暂停拨付). See {@link Identifier} for what it may look like. */
public record HoldId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HoldId {
        Identifier.check("hold", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
