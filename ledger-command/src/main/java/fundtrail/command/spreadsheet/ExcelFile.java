package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.DAMAGED_FILE;
import static fundtrail.command.spreadsheet.FaultCode.FORMULA;
import static fundtrail.command.spreadsheet.FaultCode.TOO_MANY_ROWS;

import fundtrail.command.spreadsheet.RawSheet.RawRow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An Excel workbook (.xlsx, ISO/IEC 29500 transitional) of one visible sheet. */
final class ExcelFile {

    /** 9999-12-31 as a number of days, the last that Excel knows. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private ExcelFile() { }

    static RawSheet read(byte[] file, Limits limits) throws FileRefused {
        WorkbookParts parts;
        try {
            parts = ZipInspection.inspect(file, limits);
        } catch (IOException | RuntimeException broken) {
            // What a zip or XML parser throws at broken input is not always checked; all of it says the same thing here.
            throw FileRefused.in(broken, DAMAGED_FILE);
        }
        try {
            return new RawSheet(rows(file, parts, limits), parts.layout(), false);
        } catch (IOException | RuntimeException broken) {
            // The library understands formulas only as Excel writes them. They would be refused in any case.
            throw FileRefused.in(broken, parts.layout().formulas.isEmpty() ? DAMAGED_FILE : FORMULA);
        }
    }

    private static List<RawRow> rows(byte[] file, WorkbookParts parts, Limits limits) throws IOException {
        ReadingOptions options = new ReadingOptions(parts.hasStyles(), true);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), options)) {
            for (Sheet sheet : workbook.getSheets().filter(some -> some.getVisibility() == SheetVisibility.VISIBLE).toList()) {
                List<RawRow> rows = rows(sheet, parts.layout(), limits);
                if (!rows.isEmpty()) {
                    return rows;
                }
            }
            return List.of();
        }
    }

    private static List<RawRow> rows(Sheet sheet, SheetLayout layout, Limits limits) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
                RawRow row = row(each.next(), layout);
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (rows.size() > SheetCheck.mostRows(limits)) {
                    throw new FileRefused(TOO_MANY_ROWS, "", String.valueOf(limits.rows()));
                }
            }
        }
        return rows;
    }

    private static RawRow row(Row row, SheetLayout layout) throws FileRefused {
        List<RawCell> cells = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            cells.add(cell == null ? RawCell.NOTHING : cell(cell, layout));
        }
        return new RawRow(row.getRowNum(), cells);
    }

    private static RawCell cell(Cell cell, SheetLayout layout) throws FileRefused {
        String formula = layout.formulas.isEmpty() ? null : layout.formulas.get(cell.getAddress().toString());
        if (formula != null || cell.getFormula() != null) {
            // The library leaves out the formula of a cell whose result is a shared string.
            return new RawCell.Formula(formula == null || formula.isEmpty() ? orEmpty(cell.getFormula()) : formula, orEmpty(cell.getRawValue()));
        }
        return switch (cell.getType()) {
            case NUMBER -> DateFormat.isDate(cell.getDataFormatId(), cell.getDataFormatString())
                    ? new RawCell.Date(date(cell))
                    : new RawCell.Number(cell.getRawValue());
            case STRING -> text(cell);
            case BOOLEAN -> new RawCell.Other(cell.asBoolean() ? "TRUE" : "FALSE");
            case EMPTY -> RawCell.NOTHING;
            // The result of a formula whose formula is gone: what stands there is a text.
            case FORMULA -> new RawCell.Text(orEmpty(cell.getRawValue()));
            case ERROR -> new RawCell.Other(orEmpty(cell.getRawValue()));
        };
    }

    private static RawCell text(Cell cell) throws FileRefused {
        if (cell.getValue() == null) {
            // The sheet refers to shared strings that the library did not find.
            throw new FileRefused(DAMAGED_FILE);
        }
        return new RawCell.Text(cell.asString());
    }

    private static String date(Cell cell) {
        if (cell.asNumber().signum() < 0 || cell.asNumber().compareTo(LAST_DAY) > 0) {
            return cell.getRawValue();
        }
        String text = cell.asDate().toString();
        return text.endsWith("T00:00") ? text.substring(0, text.length() - "T00:00".length()) : text;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
