package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A bank statement (银行对账单) of one bank account. See {@link Identifier} for what it may look like. */
public record StatementId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StatementId {
        Identifier.check("bank statement", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
