package fundtrail.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An item of directed tasks that is paid at a fixed rate (指令性任务项目). See {@link Identifier} for what it may look like. */
public record TaskCode(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TaskCode {
        Identifier.check("task", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
