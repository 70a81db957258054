package fundtrail.command.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The file as it was handed in, with what is wrong in it: first a summary, then the same rows at the same numbers, the
 * wrong cells coloured, and a last column that says what is wrong and what to do. Every cell is a text, formatted as
 * one, so that nothing in it can act as a formula, and no digit is lost.
 */
public final class ErrorWorkbook {

    private static final String RED = "FFC7CE";
    private static final String GREY = "D9D9D9";
    private static final String TEXT_FORMAT = "@";
    /** Excel's own limit for a cell is 32,767. */
    private static final int LONGEST_CELL = 32_000;
    private static final int ADVICE_WIDTH = 90;

    private final Workbook workbook;
    private final Grid asRead;
    private final List<RowFault> faults;

    private ErrorWorkbook(Workbook workbook, Grid asRead, List<RowFault> faults) {
        this.workbook = workbook;
        this.asRead = asRead;
        this.faults = faults;
    }

    /**
     * @param fileName the name under which the file was handed in, to be shown
     * @param asRead   the rows of that file, {@link Reading#asRead()}
     * @param faults   in the order in which they are to be told; one at a row that the file does not have stands in
     *                 the summary, as does one of the whole file
     * @return an .xlsx file
     */
    public static byte[] write(String fileName, Grid asRead, List<RowFault> faults) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Fundtrail", "1.0")) {
            ErrorWorkbook errors = new ErrorWorkbook(workbook, asRead, faults);
            errors.summarise(fileName);
            errors.repeatRows();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    private void summarise(String fileName) {
        Worksheet sheet = workbook.newWorksheet("汇总 Summary");
        sheet.width(0, 34);
        sheet.width(1, ADVICE_WIDTH);
        sheet.width(2, ADVICE_WIDTH);
        int row = 0;
        row = line(sheet, row, "文件 / File", fileName);
        row = line(sheet, row, "有内容的行数 / Rows with content", String.valueOf(asRead.lines().size()));
        row = line(sheet, row, "问题数 / Faults", String.valueOf(faults.size()));
        row = heading(sheet, row + 1, "问题代码 / Code", "数量 / Count");
        Map<String, Long> byCode = faults.stream().collect(Collectors.groupingBy(RowFault::code, TreeMap::new, Collectors.counting()));
        for (Map.Entry<String, Long> code : byCode.entrySet()) {
            row = line(sheet, row, code.getKey(), String.valueOf(code.getValue()));
        }
        List<RowFault> elsewhere = faults.stream().filter(fault -> !numbers().contains(fault.row())).toList();
        if (!elsewhere.isEmpty()) {
            row = heading(sheet, row + 1, "整个文件 / The file as a whole", "问题 / Problem", "处理办法 / What to do");
            for (RowFault fault : elsewhere) {
                row = line(sheet, row, fault.code(), fault.message(), fault.advice());
            }
        }
    }

    private void repeatRows() {
        Worksheet sheet = workbook.newWorksheet("明细 Rows");
        int problems = asRead.lines().stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        sheet.width(problems, ADVICE_WIDTH);
        for (Grid.Line line : asRead.lines()) {
            for (int column = 0; column < line.cells().size(); column++) {
                text(sheet, line.number() - 1, column, line.cells().get(column));
            }
        }
        if (asRead.headerRow() > 0) {
            heading(sheet, asRead.headerRow() - 1, problems, "问题与处理办法 / Problem and what to do");
            sheet.freezePane(0, asRead.headerRow());
        }
        Map<Integer, List<RowFault>> byRow = faults.stream().collect(Collectors.groupingBy(RowFault::row, TreeMap::new, Collectors.toList()));
        byRow.keySet().retainAll(numbers());
        byRow.forEach((row, wrong) -> mark(sheet, row - 1, problems, wrong));
    }

    private void mark(Worksheet sheet, int row, int problems, List<RowFault> wrong) {
        String told = wrong.stream().map(fault -> "[" + fault.code() + "] " + fault.message() + "\n→ " + fault.advice())
                .collect(Collectors.joining("\n"));
        text(sheet, row, problems, row + 1 == asRead.headerRow() ? "问题与处理办法 / Problem and what to do\n" + told : told);
        sheet.style(row, problems).format(TEXT_FORMAT).fillColor(RED).wrapText(true).set();
        for (RowFault fault : wrong) {
            int column = asRead.positions().getOrDefault(fault.column(), Place.index(fault.column()));
            if (column >= 0 && column < problems) {
                sheet.style(row, column).format(TEXT_FORMAT).fillColor(RED).set();
            }
        }
    }

    private Set<Integer> numbers() {
        return asRead.lines().stream().map(Grid.Line::number).collect(Collectors.toCollection(HashSet::new));
    }

    private static int line(Worksheet sheet, int row, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            text(sheet, row, column, texts[column]);
            sheet.style(row, column).format(TEXT_FORMAT).wrapText(true).set();
        }
        return row + 1;
    }

    private static int heading(Worksheet sheet, int row, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            heading(sheet, row, column, texts[column]);
        }
        return row + 1;
    }

    private static void heading(Worksheet sheet, int row, int column, String text) {
        text(sheet, row, column, text);
        sheet.style(row, column).bold().fillColor(GREY).format(TEXT_FORMAT).set();
    }

    /** A string cell, whatever the text begins with; the format keeps it one when somebody edits it. */
    private static void text(Worksheet sheet, int row, int column, String text) {
        String shown = text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
        if (!shown.isEmpty()) {
            sheet.value(row, column, shown);
            sheet.style(row, column).format(TEXT_FORMAT).set();
        }
    }
}
