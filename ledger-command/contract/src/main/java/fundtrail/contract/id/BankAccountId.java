package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A bank account of the bureau's own (本级账户), by the short name the bureau gave it. See {@link Identifier} for what it may look like. */
public record BankAccountId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BankAccountId {
        Identifier.check("bank account", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
