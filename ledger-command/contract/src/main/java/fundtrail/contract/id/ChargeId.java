package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A penalty or interest (罚款、资金占用费). See {@link Identifier} for what it may look like. */
public record ChargeId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChargeId {
        Identifier.check("charge", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
