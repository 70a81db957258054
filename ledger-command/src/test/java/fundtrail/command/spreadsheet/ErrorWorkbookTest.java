package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.DisbursementFile.AMOUNT;
import static fundtrail.command.spreadsheet.DisbursementFile.PURPOSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ErrorWorkbookTest {

    private static final int PROBLEMS = Made.HEADERS.size();

    private static XSSFWorkbook opened(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    private static List<String> texts(Sheet sheet) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false)).map(Cell::getStringCellValue).toList();
    }

    private static boolean isRed(Cell cell) {
        return cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && ((XSSFColor) cell.getCellStyle().getFillForegroundColorColor()).getARGBHex().endsWith("FFC7CE");
    }

    @Test
    void a_refused_file_comes_back_with_its_faults_at_their_cells() throws IOException {
        Faults faults = assertInstanceOf(Faults.class, Made.read(Made.csv(List.of(List.of("标题"), Made.HEADERS, Made.CELLS, Made.cells(AMOUNT, "1200元")))));
        byte[] file = ErrorWorkbook.write("一月.csv", faults.asRead(), faults.faults().stream().map(RowFault::of).toList());
        try (XSSFWorkbook workbook = opened(file)) {
            Sheet rows = workbook.getSheetAt(1);
            assertEquals(Made.HEADERS.getFirst(), rows.getRow(1).getCell(0).getStringCellValue());
            assertEquals("1200元", rows.getRow(3).getCell(10).getStringCellValue());
            assertTrue(isRed(rows.getRow(3).getCell(10)));
            assertTrue(!isRed(rows.getRow(2).getCell(10)) && !isRed(rows.getRow(3).getCell(9)));
            String told = rows.getRow(3).getCell(PROBLEMS).getStringCellValue();
            assertTrue(told.contains("第 4 行 K 列（金额）不是数字") && told.contains("Row 4, column K (金额) is not a number"), told);
            assertTrue(told.contains("请只写数字") && told.contains("Write digits only"), told);
            assertEquals("问题与处理办法 / Problem and what to do", rows.getRow(1).getCell(PROBLEMS).getStringCellValue());
        }
    }

    @Test
    void faults_found_after_reading_are_told_in_the_same_way_by_header() throws IOException {
        Table table = assertInstanceOf(Table.class, Made.read(Made.csv(List.of(Made.HEADERS.reversed(), Made.CELLS.reversed()))));
        RowFault unknown = new RowFault(2, "指标ID", "ALLOTMENT_UNKNOWN", "没有此指标", "请核对指标文号");
        RowFault whole = new RowFault(0, "", "TOTAL_DIFFERS", "合计不符", "请核对");
        RowFault row = new RowFault(2, "", "DUPLICATE_ROW", "重复", "请删除");
        try (XSSFWorkbook workbook = opened(ErrorWorkbook.write("一月.xlsx", table.asRead(), List.of(unknown, whole, row)))) {
            Sheet rows = workbook.getSheetAt(1);
            assertTrue(isRed(rows.getRow(1).getCell(Made.HEADERS.reversed().indexOf("指标ID"))));
            assertEquals("[ALLOTMENT_UNKNOWN] 没有此指标\n→ 请核对指标文号\n[DUPLICATE_ROW] 重复\n→ 请删除", rows.getRow(1).getCell(PROBLEMS).getStringCellValue());
        }
    }

    @Test
    void the_summary_counts_faults_by_code_and_tells_those_of_the_whole_file() throws IOException {
        RowFault empty = new RowFault(2, "用途", "EMPTY_CELL", "空", "填");
        RowFault whole = new RowFault(0, "", "TOTAL_DIFFERS", "合计不符", "请核对");
        Table table = assertInstanceOf(Table.class, Made.read(Made.csv(List.of(Made.HEADERS, Made.CELLS))));
        try (XSSFWorkbook workbook = opened(ErrorWorkbook.write("=一月.xlsx", table.asRead(), List.of(empty, whole, empty)))) {
            assertEquals("汇总 Summary", workbook.getSheetAt(0).getSheetName());
            assertEquals(List.of("文件 / File", "=一月.xlsx", "有内容的行数 / Rows with content", "2", "问题数 / Faults", "3",
                    "问题代码 / Code", "数量 / Count", "EMPTY_CELL", "2", "TOTAL_DIFFERS", "1",
                    "整个文件 / The file as a whole", "问题 / Problem", "处理办法 / What to do", "TOTAL_DIFFERS", "合计不符", "请核对"),
                    texts(workbook.getSheetAt(0)));
        }
    }

    @Test
    void a_file_that_could_not_be_opened_gets_a_summary() throws IOException {
        Faults faults = assertInstanceOf(Faults.class, Made.read(OneFileForEachFault.with(FaultCode.OLD_EXCEL)));
        byte[] file = ErrorWorkbook.write("一月.xls", faults.asRead(), faults.faults().stream().map(RowFault::of).toList());
        try (XSSFWorkbook workbook = opened(file)) {
            assertTrue(texts(workbook.getSheetAt(0)).stream().anyMatch(text -> text.contains("Excel 97–2003")));
        }
    }

    @Test
    void nothing_in_it_is_a_formula() throws IOException {
        Faults faults = assertInstanceOf(Faults.class, Made.read(Made.csvWith(PURPOSE, "=HYPERLINK(\"\"x\"\")".replace("\"\"", "'"))));
        List<RowFault> told = List.of(new RowFault(2, "用途", "=1", "+1", "@1"), new RowFault(0, "", "=1", "=1", "-1"));
        try (XSSFWorkbook workbook = opened(ErrorWorkbook.write("=1", faults.asRead(), told))) {
            for (Sheet sheet : workbook) {
                sheet.forEach(row -> row.forEach(cell -> {
                    assertEquals(CellType.STRING, cell.getCellType());
                    assertEquals("@", cell.getCellStyle().getDataFormatString(), () -> cell.getAddress() + " " + cell);
                }));
            }
        }
    }

    @Test
    void texts_that_excel_could_not_hold_are_shortened_or_cleaned() throws IOException {
        String varied = IntStream.range(0, 40_000).map(at -> '一' + at % 20_000).mapToObj(Character::toString).collect(Collectors.joining());
        Grid grid = new Grid(List.of(new Grid.Line(3, List.of(varied, "a\u0000\uD800b"))), 0, Map.of());
        RowFault wrong = new RowFault(3, "B", "X", varied, "z");
        try (XSSFWorkbook workbook = opened(ErrorWorkbook.write("a", grid, Collections.nCopies(3, wrong)))) {
            assertTrue(workbook.getSheetAt(1).getRow(2).getCell(0).getStringCellValue().endsWith("…"));
            assertEquals("ab", workbook.getSheetAt(1).getRow(2).getCell(1).getStringCellValue());
            assertTrue(isRed(workbook.getSheetAt(1).getRow(2).getCell(1)));
        }
    }

    @Test
    void every_fault_of_the_gallery_can_be_given_back() throws IOException {
        for (FaultCode code : FaultCode.values()) {
            Faults faults = assertInstanceOf(Faults.class, Made.read(OneFileForEachFault.with(code)));
            try (XSSFWorkbook workbook = opened(ErrorWorkbook.write("a", faults.asRead(), faults.faults().stream().map(RowFault::of).toList()))) {
                String all = texts(workbook.getSheetAt(0)) + "";
                assertTrue(all.contains(code.name()), code::name);
            }
        }
    }
}
