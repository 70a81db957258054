package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A case (立案). See {@link Identifier} for what it may look like. */
public record CaseId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseId {
        Identifier.check("case", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
