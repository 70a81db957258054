package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A report of service volumes (工作量上报). See {@link Identifier} for what it may look like. */
public record ReportId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReportId {
        Identifier.check("report", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
