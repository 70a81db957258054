package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.DisbursementFile.ACCOUNT_NUMBER;
import static fundtrail.command.spreadsheet.DisbursementFile.AMOUNT;
import static fundtrail.command.spreadsheet.DisbursementFile.INSTALMENT;
import static fundtrail.command.spreadsheet.DisbursementFile.PURPOSE;
import static fundtrail.command.spreadsheet.DisbursementFile.REMARKS;
import static fundtrail.command.spreadsheet.Made.CELLS;
import static fundtrail.command.spreadsheet.Made.HEADERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

/** What a clerk may hand in. */
class SpreadsheetTest {

    private static Table table(byte[] file) {
        Reading reading = Made.read(file);
        return assertInstanceOf(Table.class, reading, () -> ((Faults) reading).faults().toString());
    }

    private static void assertIsTheRow(Row row) {
        assertEquals(CELLS, Arrays.stream(DisbursementFile.values()).limit(CELLS.size()).map(column -> column.in(row)).toList());
    }

    @Test
    void a_workbook_is_read_cell_by_cell() {
        Table table = table(Made.sheet(sheet -> { }));
        assertIsTheRow(table.rows().getFirst());
        assertEquals(2, table.rows().getFirst().number());
        assertTrue(table.total().isEmpty());
    }

    @Test
    void csv_is_read_in_utf_8_and_gb18030_between_commas_and_tabs() {
        List<List<String>> rows = List.of(HEADERS, CELLS);
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            assertIsTheRow(table(Made.csv(charset, ',', rows)).rows().getFirst());
            assertIsTheRow(table(Made.csv(charset, '\t', rows)).rows().getFirst());
        }
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_header() {
        byte[] csv = ("\uFEFF" + new String(Made.csv(List.of(HEADERS, CELLS)), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertIsTheRow(table(csv).rows().getFirst());
    }

    @Test
    void rare_characters_of_names_survive_gb18030() {
        Table table = table(Made.csv(Charset.forName("GB18030"), ',', List.of(HEADERS, Made.cells(PURPOSE, "䶮𠮷㐂"))));
        assertEquals("䶮𠮷㐂", PURPOSE.in(table.rows().getFirst()));
    }

    @Test
    void a_quoted_cell_may_hold_delimiters_and_quotation_marks() {
        Table table = table(Made.csvWith(PURPOSE, "\"一,二\"\"三\"\"\""));
        assertEquals("一,二\"三\"", PURPOSE.in(table.rows().getFirst()));
    }

    @Test
    void rows_are_numbered_as_a_spreadsheet_programme_shows_them() {
        Table csv = table("一月预拨明细\r\n\r\n%s\r\n\r\n%s\r\n,,\r\n%s\r\n".formatted(line(HEADERS), line(CELLS), line(CELLS)).getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(5, 7), csv.rows().stream().map(Row::number).toList());
        Table workbook = table(Made.sheet(sheet -> Made.write(sheet.createRow(9), CELLS)));
        assertEquals(List.of(2, 10), workbook.rows().stream().map(Row::number).toList());
    }

    private static String line(List<String> cells) {
        return String.join(",", cells);
    }

    @Test
    void a_merged_title_a_unit_of_yuan_and_a_total_by_formula_are_usual() {
        Table table = table(Made.sheet(sheet -> {
            sheet.shiftRows(0, 1, 2);
            sheet.createRow(0).createCell(0).setCellValue("2026年1月基层医疗卫生机构预拨明细表");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:P1"));
            sheet.createRow(1).createCell(14).setCellValue("单位：元");
            number(sheet, 4, 0.1);
            number(sheet, 5, 0.7);
            XSSFRow total = sheet.createRow(6);
            total.createCell(0).setCellValue("合 计");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A7:J7"));
            total.createCell(10).setCellFormula("SUM(K5:K6)");
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        }));
        assertEquals(List.of("1234.56", "0.1", "0.7"), table.rows().stream().map(AMOUNT::in).toList());
        assertEquals("0.80", AMOUNT.in(table.total().orElseThrow()));
        assertEquals(7, table.total().orElseThrow().number());
    }

    private static void number(XSSFSheet sheet, int row, double amount) {
        Made.write(sheet.createRow(row), CELLS);
        sheet.getRow(row).getCell(AMOUNT.ordinal()).setCellValue(amount);
    }

    @Test
    void a_total_that_was_typed_is_kept_as_typed() {
        Table table = table(Made.csv(List.of(HEADERS, CELLS, List.of("", "合计：", "", "", "", "", "", "", "", "", "1234.560"))));
        assertEquals("1234.560", AMOUNT.in(table.total().orElseThrow()));
    }

    @Test
    void headers_may_stand_in_any_order_with_spaces_asterisks_brackets_units_or_in_english() {
        List<String> headers = HEADERS.stream().map(header -> switch (header) {
            case "金额" -> "＊金额 （元）";
            case "账号" -> " 账 号 ";
            case "指标ID" -> "指标id";
            case "用途" -> "Purpose";
            default -> header;
        }).toList();
        assertIsTheRow(table(Made.csv(List.of(headers.reversed(), CELLS.reversed()))).rows().getFirst());
    }

    @Test
    void a_note_above_the_header_that_names_a_column_is_not_the_header() {
        assertIsTheRow(table(Made.csv(List.of(List.of("备注", "本表金额单位为元"), HEADERS, CELLS))).rows().getFirst());
    }

    @Test
    void optional_columns_may_be_missing() {
        int last = INSTALMENT.ordinal();
        Table table = table(Made.csv(List.of(HEADERS.subList(1, last), CELLS.subList(1, last))));
        assertEquals("", REMARKS.in(table.rows().getFirst()));
    }

    @Test
    void numbers_are_the_decimals_that_were_typed() {
        Table table = table(Made.sheet(sheet -> {
            number(sheet, 2, 1234.56);
            number(sheet, 3, 4.35);
            number(sheet, 4, 100);
            number(sheet, 5, 12345678.9);
            number(sheet, 6, 1.005);
            number(sheet, 7, -0.01);
        }));
        assertEquals(List.of("1234.56", "1234.56", "4.35", "100", "12345678.9", "1.005", "-0.01"), table.rows().stream().map(AMOUNT::in).toList());
    }

    @Test
    void the_17_digits_that_excel_writes_are_taken_back_to_what_was_typed() {
        byte[] file = Made.zip(Made.parts(Made.sheetData("").replace(
                "<c r=\"K2\" t=\"inlineStr\"><is><t>1234.56</t></is></c>", "<c r=\"K2\"><v>4.3499999999999996</v></c>")));
        assertEquals("4.35", AMOUNT.in(table(file).rows().getFirst()));
    }

    @Test
    void a_short_account_number_may_be_a_number_and_a_long_one_a_text() {
        Table table = table(Made.sheet(sheet -> {
            Made.write(sheet.createRow(2), CELLS);
            sheet.getRow(2).getCell(ACCOUNT_NUMBER.ordinal()).setCellValue(620000000000001d);
        }));
        assertEquals(List.of("6200000000000000017", "620000000000001"), table.rows().stream().map(ACCOUNT_NUMBER::in).toList());
    }

    @Test
    void a_text_is_kept_with_its_spaces_and_a_negative_amount_with_its_sign() {
        assertEquals("  一月 ", PURPOSE.in(table(Made.csvWith(PURPOSE, "  一月 ")).rows().getFirst()));
        assertEquals("-5.00", AMOUNT.in(table(Made.csvWith(AMOUNT, "-5.00")).rows().getFirst()));
        assertEquals("12.345", AMOUNT.in(table(Made.csvWith(AMOUNT, "12.345")).rows().getFirst()));
    }

    @Test
    void in_a_workbook_a_text_that_begins_with_a_dash_is_a_text() {
        Table table = table(Made.sheet(sheet -> sheet.getRow(1).getCell(REMARKS.ordinal()).setCellValue("-无-")));
        assertEquals("-无-", REMARKS.in(table.rows().getFirst()));
    }

    @Test
    void empty_sheets_rows_with_nothing_but_a_format_and_hyperlinks_do_no_harm() {
        table(Made.workbook(workbook -> {
            workbook.createSheet("Sheet2");
            workbook.getSheetAt(0).createRow(500).createCell(3).setCellStyle(workbook.createCellStyle());
            var link = workbook.getCreationHelper().createHyperlink(org.apache.poi.common.usermodel.HyperlinkType.URL);
            link.setAddress("https://example.org/");
            workbook.getSheetAt(0).getRow(1).getCell(1).setHyperlink(link);
        }));
    }

    @Test
    void the_largest_allowed_table_is_read() {
        Limits two = new Limits(100_000, 2, 16, 40, 20, 100_000, 1_000_000, 200, 10);
        byte[] full = Made.csv(List.of(List.of("标题"), HEADERS, CELLS, Made.cells(PURPOSE, "预".repeat(40)), List.of("合计")));
        assertInstanceOf(Table.class, Spreadsheet.read(full, DisbursementFile.columns(), two));
        byte[] workbook = Made.sheet(sheet -> Made.write(sheet.createRow(2), Made.cells(PURPOSE, "预".repeat(40))));
        assertInstanceOf(Table.class, Spreadsheet.read(workbook, DisbursementFile.columns(), two));
    }

    @Test
    void the_rows_as_read_come_with_every_reading() {
        Grid grid = table(Made.csv(List.of(HEADERS, CELLS))).asRead();
        assertEquals(1, grid.headerRow());
        assertEquals(CELLS, grid.lines().get(1).cells());
        assertEquals(10, grid.positions().get("金额"));
    }
}
