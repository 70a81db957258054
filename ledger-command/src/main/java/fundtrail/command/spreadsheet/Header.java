package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.DUPLICATE_COLUMN;
import static fundtrail.command.spreadsheet.FaultCode.FORMULA;
import static fundtrail.command.spreadsheet.FaultCode.MISSING_COLUMN;
import static fundtrail.command.spreadsheet.FaultCode.UNKNOWN_COLUMN;
import static fundtrail.command.spreadsheet.FaultCode.WRONG_UNIT;

import fundtrail.command.spreadsheet.Columns.Named;
import fundtrail.command.spreadsheet.RawSheet.RawRow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The row that names the columns.
 *
 * @param index   its index among the rows with content
 * @param columns the wanted columns that it names, and where each stands first, from 0
 */
record Header(RawRow row, int index, Map<Column, Integer> columns) {

    /** A title, a unit, a date may stand above the header; it is sought among this many rows with content. */
    static final int WITHIN = 5;

    /** The unit of a whole sheet, as it is written above a table on the right. */
    private static final Pattern UNIT_NOT_YUAN = Pattern.compile("单位\\s*[:：]?\\s*(?:人民币)?\\s*(?:[百千万亿]+元|[角分]|美元|港元|港币|澳门元).*");

    /** The row that names most of the wanted columns, the first of equals; none if no row names one. */
    static Optional<Header> find(List<RawRow> rows, Columns wanted) {
        Header best = null;
        for (int index = 0; index < Math.min(WITHIN, rows.size()); index++) {
            Header header = new Header(rows.get(index), index, named(rows.get(index), wanted));
            if (!header.columns.isEmpty() && (best == null || header.columns.size() > best.columns.size())) {
                best = header;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Map<Column, Integer> named(RawRow row, Columns wanted) {
        Map<Column, Integer> columns = new LinkedHashMap<>();
        for (int at = 0; at < row.cells().size(); at++) {
            int position = at;
            wanted.named(row.cell(at).shown()).ifPresent(named -> columns.putIfAbsent(named.column(), position));
        }
        return columns;
    }

    void check(List<RawRow> rows, Columns wanted, FaultLog faults) {
        for (RawRow above : rows.subList(0, index)) {
            for (int at = 0; at < above.cells().size(); at++) {
                if (UNIT_NOT_YUAN.matcher(above.cell(at).shown().strip()).matches()) {
                    faults.add(WRONG_UNIT, Place.cell(above.number(), at, ""), above.cell(at).shown(), "");
                }
            }
        }
        for (int at = 0; at < row.cells().size(); at++) {
            if (!row.cell(at).isBlank()) {
                check(at, wanted, faults);
            }
        }
        for (Column column : wanted.all()) {
            if (column.required() && !columns.containsKey(column)) {
                faults.add(MISSING_COLUMN, Place.row(row.number()), "", column.header());
            }
        }
    }

    private void check(int at, Columns wanted, FaultLog faults) {
        RawCell cell = row.cell(at);
        Optional<Named> named = wanted.named(cell.shown());
        if (cell instanceof RawCell.Formula) {
            faults.add(FORMULA, place(row.number(), at), cell.shown(), "");
        } else if (named.isEmpty()) {
            faults.add(UNKNOWN_COLUMN, place(at), cell.shown(), "");
        } else if (columns.get(named.get().column()) != at) {
            faults.add(DUPLICATE_COLUMN, place(at), cell.shown(), Place.letter(columns.get(named.get().column())));
        } else if (!named.get().inYuan()) {
            faults.add(WRONG_UNIT, place(row.number(), at), cell.shown(), "");
        }
    }

    /** What the file calls the column; empty if nothing. */
    String name(int column) {
        return row.cell(column).shown();
    }

    Place place(int column) {
        return Place.column(column, name(column).strip());
    }

    Place place(int row, int column) {
        return Place.cell(row, column, name(column).strip());
    }

    /** Where each wanted column stands, by the name under which it is wanted. */
    Map<String, Integer> positions() {
        Map<String, Integer> positions = new LinkedHashMap<>();
        columns.forEach((column, at) -> positions.put(column.header(), at));
        return positions;
    }
}
