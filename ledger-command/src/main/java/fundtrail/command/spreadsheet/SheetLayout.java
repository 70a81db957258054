package fundtrail.command.spreadsheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a worksheet has beside the values of its cells. Rows count from 1, columns from 0. */
final class SheetLayout {

    /** Where rows and columns are hidden. */
    final BitSet hiddenRows = new BitSet();
    final BitSet hiddenColumns = new BitSet();
    final List<Merge> merges = new ArrayList<>();
    /** The cells that hold a formula, by reference (for instance {@code F7}), each with its text. */
    final Map<String, String> formulas = new HashMap<>();
    /** How many cells are not empty. */
    int values;

    /** A block of merged cells, all four edges included. */
    record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        @Override
        public String toString() {
            return Place.letter(firstColumn) + firstRow + ":" + Place.letter(lastColumn) + lastRow;
        }
    }
}
