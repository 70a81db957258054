package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One payment (支付): one row of an approved batch. See {@link Identifier} for what it may look like. */
public record PaymentId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentId {
        Identifier.check("payment", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
