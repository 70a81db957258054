package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An institution (机构). It outlives its name, credit code and legal status. See {@link Identifier} for what it may look like. */
public record InstitutionId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InstitutionId {
        Identifier.check("institution", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
