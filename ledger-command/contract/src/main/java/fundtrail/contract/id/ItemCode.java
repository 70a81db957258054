package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A service item of a schedule of work equivalents (服务项目). See {@link Identifier} for what it may look like. */
public record ItemCode(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemCode {
        Identifier.check("item", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
