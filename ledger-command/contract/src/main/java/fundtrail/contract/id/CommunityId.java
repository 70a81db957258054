package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A county medical community (县域医共体). See {@link Identifier} for what it may look like. */
public record CommunityId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommunityId {
        Identifier.check("medical community", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
