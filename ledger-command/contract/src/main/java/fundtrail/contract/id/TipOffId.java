package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A tip-off (举报、线索). See {@link Identifier} for what it may look like. */
public record TipOffId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TipOffId {
        Identifier.check("tip-off", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
