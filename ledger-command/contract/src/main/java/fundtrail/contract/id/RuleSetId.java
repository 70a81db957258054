package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A published rule set (规则). A used one is never changed. See {@link Identifier} for what it may look like. */
public record RuleSetId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RuleSetId {
        Identifier.check("rule set", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
