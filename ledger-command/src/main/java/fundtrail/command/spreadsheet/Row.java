package fundtrail.command.spreadsheet;

import java.util.Map;

/**
 * One row of a table.
 *
 * @param number its number in the file as a spreadsheet programme shows it, from 1
 * @param texts  the exact text of each wanted column that the file has
 */
public record Row(int number, Map<Column, String> texts) {

    public Row {
        texts = Map.copyOf(texts);
    }

    /** The cell's exact text; empty if the cell is empty or the file lacks this (optional) column. */
    public String text(Column column) {
        return texts.getOrDefault(column, "");
    }
}
