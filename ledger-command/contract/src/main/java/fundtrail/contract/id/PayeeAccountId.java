package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A registered payee account (收款账户) of an institution. See {@link Identifier} for what it may look like. */
public record PayeeAccountId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PayeeAccountId {
        Identifier.check("payee account", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
