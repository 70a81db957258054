package fundtrail.command.spreadsheet;

import java.util.List;

/**
 * The one sheet of a file before anything is judged.
 *
 * @param rows      the rows that are not blank, ascending
 * @param layout    what its cells do not show
 * @param asCsv     whether a text that looks like a formula will be taken for one when the file is opened
 */
record RawSheet(List<RawRow> rows, SheetLayout layout, boolean asCsv) {

    /** @param number the row's number in the file, from 1 */
    record RawRow(int number, List<RawCell> cells) {

        RawCell cell(int column) {
            return column < cells.size() ? cells.get(column) : RawCell.NOTHING;
        }

        boolean isBlank() {
            return cells.stream().allMatch(RawCell::isBlank);
        }
    }
}
