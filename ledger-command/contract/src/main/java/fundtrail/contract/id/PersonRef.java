package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person, by a random reference. Who that is stands in the people registry, outside the log. See {@link Identifier} for what it may look like. */
public record PersonRef(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonRef {
        Identifier.check("person", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
