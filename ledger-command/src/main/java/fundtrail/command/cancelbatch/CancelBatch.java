package fundtrail.command.cancelbatch;

import fundtrail.command.decide.Command;
import fundtrail.command.decide.Form;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.BatchId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/**
 * Gives up rows of an approved batch that are not yet paid (撤销占用).
 *
 * @param rows their numbers in the clerk's file, each once; absent: every row not yet paid
 */
public record CancelBatch(
        @MayBeAbsent LocalDate effectiveDate, BatchId batch, String reason, @MayBeAbsent List<Integer> rows)
        implements Command {
    public CancelBatch {
        Form.text("reason", reason, 400);
        Form.count("rows", rows, 1, Integer.MAX_VALUE);
        if (rows != null) {
            rows = Collections.unmodifiableList(new ArrayList<>(rows));
            if (new HashSet<>(rows).size() < rows.size()) {
                throw new IllegalArgumentException("rows: name each row once");
            }
        }
    }
}
