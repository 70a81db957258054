package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A proposal (提案): a wish that waits for signatures. See {@link Identifier} for what it may look like. */
public record ProposalId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProposalId {
        Identifier.check("proposal", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
