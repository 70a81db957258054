package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A fund source (资金来源), such as {@code CEN} or {@code RSV}. See {@link Identifier} for what it may look like. */
public record FundSourceCode(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FundSourceCode {
        Identifier.check("fund source", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
