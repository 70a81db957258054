package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A delegation (授权代理). See {@link Identifier} for what it may look like. */
public record DelegationId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DelegationId {
        Identifier.check("delegation", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
