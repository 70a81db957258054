package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.EMPTY_FILE;
import static fundtrail.command.spreadsheet.FaultCode.HIDDEN_ROW_OR_COLUMN;
import static fundtrail.command.spreadsheet.FaultCode.MERGED_CELLS;
import static fundtrail.command.spreadsheet.FaultCode.NO_HEADER;
import static fundtrail.command.spreadsheet.FaultCode.NO_ROWS;
import static fundtrail.command.spreadsheet.FaultCode.ROWS_AFTER_TOTAL;
import static fundtrail.command.spreadsheet.FaultCode.TOO_MANY_ROWS;
import static fundtrail.command.spreadsheet.FaultCode.UNKNOWN_COLUMN;

import fundtrail.command.spreadsheet.Column.Kind;
import fundtrail.command.spreadsheet.RawSheet.RawRow;
import fundtrail.command.spreadsheet.SheetLayout.Merge;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds header, rows and total in a sheet, and makes a table of them if nothing speaks against it. */
final class SheetCheck {

    private static final Set<String> TOTALS = Set.of("合计", "总计", "共计", "小计", "本页合计", "合计金额", "total", "grandtotal", "subtotal");

    private final RawSheet sheet;
    private final Columns wanted;
    private final Limits limits;
    private final FaultLog faults;

    private Header header;
    private List<RawRow> rows;
    private Optional<RawRow> total;

    SheetCheck(RawSheet sheet, Columns wanted, Limits limits) {
        this.sheet = sheet;
        this.wanted = wanted;
        this.limits = limits;
        this.faults = new FaultLog(limits.faults());
    }

    /** The most rows with content that a sheet within the limits can have: titles, header and total included. */
    static int mostRows(Limits limits) {
        return Header.WITHIN + limits.rows() + 1;
    }

    Reading reading() throws FileRefused {
        if (sheet.rows().isEmpty()) {
            throw new FileRefused(EMPTY_FILE);
        }
        Optional<Header> found = Header.find(sheet.rows(), wanted);
        if (found.isEmpty()) {
            return new Faults(List.of(new Fault(NO_HEADER, Place.file(), "", wanted.inWords())), grid(0, Map.of()));
        }
        header = found.get();
        header.check(sheet.rows(), wanted, faults);
        divide();
        checkLayout();
        rows.forEach(this::checkRow);
        total.ifPresent(this::checkTotal);
        Grid asRead = grid(header.row().number(), header.positions());
        return faults.isEmpty()
                ? new Table(rows.stream().map(this::row).toList(), total.map(this::row), asRead)
                : new Faults(faults.inOrder(), asRead);
    }

    private void divide() {
        List<RawRow> below = sheet.rows().subList(header.index() + 1, sheet.rows().size());
        int end = IntStream.range(0, below.size()).filter(at -> isTotal(below.get(at))).findFirst().orElse(below.size());
        rows = below.subList(0, end);
        total = end < below.size() ? Optional.of(below.get(end)) : Optional.empty();
        if (end + 1 < below.size()) {
            RawRow after = below.get(end + 1);
            String first = after.cells().stream().filter(cell -> !cell.isBlank()).findFirst().orElse(RawCell.NOTHING).shown();
            faults.add(ROWS_AFTER_TOTAL, Place.row(after.number()), first, String.valueOf(below.get(end).number()));
        }
        if (rows.isEmpty()) {
            faults.add(NO_ROWS, Place.file(), "", "");
        }
        if (rows.size() > limits.rows()) {
            faults.add(TOO_MANY_ROWS, Place.file(), String.valueOf(rows.size()), String.valueOf(limits.rows()));
        }
    }

    /** A total says so in its first cells, perhaps after a number. */
    private static boolean isTotal(RawRow row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).limit(2)
                .anyMatch(cell -> TOTALS.contains(cell.shown().replaceAll("[\\s\\u3000:：]", "").toLowerCase(Locale.ROOT)));
    }

    private void checkLayout() {
        SheetLayout layout = sheet.layout();
        int last = rows.isEmpty() ? header.row().number() : rows.getLast().number();
        for (RawRow row : sheet.rows()) {
            if (row.number() >= header.row().number() && layout.hiddenRows.get(row.number())) {
                faults.add(HIDDEN_ROW_OR_COLUMN, Place.row(row.number()), "", "");
            }
        }
        int width = sheet.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (int column = 0; column < width; column++) {
            Optional<RawCell> content = content(column);
            if (content.isPresent() && layout.hiddenColumns.get(column)) {
                faults.add(HIDDEN_ROW_OR_COLUMN, header.place(column), "", "");
            }
            if (content.isPresent() && header.name(column).isBlank()) {
                faults.add(UNKNOWN_COLUMN, header.place(column), content.get().shown(), "");
            }
        }
        for (Merge merge : layout.merges) {
            if (merge.lastRow() >= header.row().number() && merge.firstRow() <= last) {
                faults.add(MERGED_CELLS, header.place(merge.firstRow(), merge.firstColumn()), merge.toString(), "");
            }
        }
    }

    /** The first cell with content that a column has from the header to its last row. */
    private Optional<RawCell> content(int column) {
        if (!header.name(column).isBlank()) {
            return Optional.of(header.row().cell(column));
        }
        return rows.stream().map(row -> row.cell(column)).filter(cell -> !cell.isBlank()).findFirst();
    }

    private void checkRow(RawRow row) {
        header.columns().forEach((column, at) -> checkCell(column, row, at, row.cell(at)));
    }

    private void checkTotal(RawRow row) {
        header.columns().forEach((column, at) -> {
            if (column.kind() == Kind.AMOUNT && !row.cell(at).isBlank()) {
                checkCell(column, row, at, CellRules.controlTotal(row.cell(at)));
            }
        });
    }

    private void checkCell(Column column, RawRow row, int at, RawCell cell) {
        CellRules.check(column, cell, sheet.asCsv(), limits.cellCharacters()).ifPresent(code -> {
            String shown = row.cell(at).shown();
            String bound = switch (code) {
                case CELL_TOO_LONG -> String.valueOf(limits.cellCharacters());
                case CONTROL_CHARACTER -> Invisible.name(Invisible.first(shown).orElseThrow());
                default -> "";
            };
            faults.add(code, header.place(row.number(), at), shown, bound);
        });
    }

    private Row row(RawRow row) {
        Map<Column, String> texts = HashMap.newHashMap(header.columns().size());
        header.columns().forEach((column, at) -> texts.put(column, CellRules.controlTotal(row.cell(at)).shown()));
        return new Row(row.number(), texts);
    }

    private Grid grid(int headerRow, Map<String, Integer> positions) {
        List<Grid.Line> lines = sheet.rows().stream()
                .map(row -> new Grid.Line(row.number(), row.cells().stream().map(RawCell::shown).toList())).toList();
        return new Grid(lines, headerRow, positions);
    }
}
