package fundtrail.command.setauthoritymatrix;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import java.util.List;
import java.util.Objects;

/**
 * Says anew which signatures each command needs, from its recording on; proposals under way go on under the new
 * matrix. One row a command, every command there is.
 */
public record SetAuthorityMatrix(List<Row> rows) implements Command {
    public SetAuthorityMatrix {
        Form.count("rows", rows, 1, 200);
        if (rows != null) {
            rows.stream().filter(Objects::nonNull).forEach(row -> Form.text("command", row.command(), 80));
        }
    }
}
