package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A tranche of a transfer (转移支付笔次): one notified sum, under one id down all levels. See {@link Identifier} for what it may look like. */
public record TrancheId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TrancheId {
        Identifier.check("tranche", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
