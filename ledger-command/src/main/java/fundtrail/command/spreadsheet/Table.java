package fundtrail.command.spreadsheet;

import java.util.List;
import java.util.Optional;

/**
 * The rows of a file, each cell as exact text.
 *
 * @param rows   in the order of the file; at least one
 * @param total  the file's closing 合计 row, if it has one: a control total to compare with, never a row to act on.
 *               It alone may hold formulas; an amount computed by one is rounded to the fen, since the spreadsheet
 *               programme added in floating point.
 * @param asRead the rows as they stand in the file
 */
public record Table(List<Row> rows, Optional<Row> total, Grid asRead) implements Reading {

    public Table {
        rows = List.copyOf(rows);
    }
}
