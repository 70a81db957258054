package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An agreement of an institution for a year (责任书). See {@link Identifier} for what it may look like. */
public record AgreementId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AgreementId {
        Identifier.check("agreement", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
