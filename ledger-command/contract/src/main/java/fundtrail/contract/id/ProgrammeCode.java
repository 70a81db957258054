package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A programme (项目), by its code in the rule set. See {@link Identifier} for what it may look like. */
public record ProgrammeCode(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProgrammeCode {
        Identifier.check("programme", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
