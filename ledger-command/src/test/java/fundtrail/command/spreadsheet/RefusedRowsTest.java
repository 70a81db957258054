package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.DisbursementFile.ACCOUNT_NUMBER;
import static fundtrail.command.spreadsheet.DisbursementFile.AMOUNT;
import static fundtrail.command.spreadsheet.DisbursementFile.CREDIT_CODE;
import static fundtrail.command.spreadsheet.DisbursementFile.PURPOSE;
import static fundtrail.command.spreadsheet.Made.CELLS;
import static fundtrail.command.spreadsheet.Made.HEADERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The finer points of what is refused in a table; {@link OneFileForEachFault} has the plain ones. */
class RefusedRowsTest {

    /** Each fault as {@code code place}, the place as {@code K2}, {@code K}, {@code 2} or nothing. */
    private static List<String> faults(byte[] file) {
        Faults faults = assertInstanceOf(Faults.class, Made.read(file));
        return faults.faults().stream().map(fault -> (fault.code() + " " + fault.place().letter()
                + (fault.place().row() == 0 ? "" : fault.place().row())).strip()).toList();
    }

    @Test
    void every_fault_of_a_file_is_told_at_once_in_the_order_of_the_sheet() {
        List<String> bad = CELLS.stream().map(cell -> cell.equals("1234.56") ? "1200元" : cell.equals("中央") ? "" : cell).toList();
        assertEquals(List.of("UNKNOWN_COLUMN Q", "EMPTY_CELL F2", "NOT_A_NUMBER K2", "EMPTY_CELL F4", "NOT_A_NUMBER K4"),
                faults(Made.csv(List.of(append(HEADERS, "电话"), bad, CELLS, bad))));
    }

    @Test
    void faults_of_a_column_stand_before_those_of_rows() {
        assertEquals(List.of("UNKNOWN_COLUMN N", "MISSING_COLUMN 1"),
                faults(Made.csv(List.of(HEADERS.subList(0, 13), append(CELLS.subList(0, 13), "x")))));
    }

    private static List<String> append(List<String> cells, String more) {
        return Stream.concat(cells.stream(), Stream.of(more)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 10", "-无", "@SUM(1)", " =1", "＝1"})
    void a_text_in_csv_that_would_become_a_formula_is_refused(String text) {
        assertEquals(List.of("FORMULA J2"), faults(Made.csvWith(PURPOSE, text)));
        assertEquals(List.of("FORMULA M2"), faults(Made.csvWith(ACCOUNT_NUMBER, text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            =1+1        | FORMULA
            @1          | FORMULA
            +5          | NOT_A_NUMBER
            1e5         | NOT_A_NUMBER
            ¥1234       | NOT_A_NUMBER
            1.          | NOT_A_NUMBER
            .5          | NOT_A_NUMBER
            --5         | NOT_A_NUMBER
            "1,234"     | THOUSANDS_SEPARATOR
            1，234.5    | THOUSANDS_SEPARATOR
            １，２３４  | THOUSANDS_SEPARATOR
            １２        | FULL_WIDTH_CHARACTERS
            1 234       | SPACES
            12\u00A0    | SPACES
            """)
    void an_amount_that_could_be_read_in_two_ways_is_refused(String amount, FaultCode code) {
        assertEquals(List.of(code + " K2"), faults(Made.csvWith(AMOUNT, amount)));
    }

    @Test
    void identifiers_are_refused_with_spaces_or_full_width_characters() {
        assertEquals(List.of("FULL_WIDTH_CHARACTERS C2"), faults(Made.csvWith(CREDIT_CODE, "12999900MB0A00001Ｘ")));
        assertEquals(List.of("SPACES C2"), faults(Made.csvWith(CREDIT_CODE, "12999900MB0A00001X\u3000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "\u0007", "\u200E", "\uFEFF", "\u2028", "\uFFFD", "\u00AD"})
    void characters_that_nobody_sees_are_refused_and_named(String character) {
        Faults faults = assertInstanceOf(Faults.class, Made.read(Made.csvWith(PURPOSE, "预拨" + character)));
        assertEquals(FaultCode.CONTROL_CHARACTER, faults.faults().getFirst().code());
        assertEquals("U+%04X".formatted((int) character.charAt(0)), faults.faults().getFirst().bound());
    }

    @Test
    void a_line_break_or_an_escaped_control_character_in_a_workbook_is_refused() {
        assertEquals(List.of("CONTROL_CHARACTER J2"), faults(Made.sheet(sheet -> sheet.getRow(1).getCell(9).setCellValue("预\n拨"))));
        byte[] escaped = Made.zip(Made.parts(Made.sheetData("").replace("基本公共卫生服务预拨", "预拨_x000D_")));
        assertEquals(List.of("CONTROL_CHARACTER J2"), faults(escaped));
    }

    @ParameterizedTest
    @ValueSource(strings = {"金额（万元）", "金额(千元)", "金额（美元）", "金额()"})
    void an_amount_in_another_unit_than_yuan_is_refused(String header) {
        assertEquals(List.of("WRONG_UNIT K1"), faults(Made.csv(List.of(
                HEADERS.stream().map(each -> each.equals("金额") ? header : each).toList(), CELLS))));
    }

    @Test
    void a_unit_of_ten_thousand_yuan_above_the_table_is_refused() {
        assertEquals(List.of("WRONG_UNIT B1"), faults(Made.csv(List.of(List.of("", "单位：万元"), HEADERS, CELLS))));
    }

    @Test
    void subtotals_are_refused() {
        assertEquals(List.of("ROWS_AFTER_TOTAL 4"), faults(Made.csv(List.of(HEADERS, CELLS, List.of("小计"), CELLS, List.of("合计")))));
    }

    @Test
    void a_column_without_header_that_has_content_is_refused() {
        assertEquals(List.of("UNKNOWN_COLUMN Q"), faults(Made.csv(List.of(HEADERS, append(CELLS, "x")))));
    }

    @Test
    void what_the_eye_does_not_see_is_refused() {
        assertEquals(List.of("HIDDEN_ROW_OR_COLUMN K"), faults(Made.sheet(sheet -> sheet.setColumnHidden(10, true))));
        assertEquals(List.of("HIDDEN_ROW_OR_COLUMN 2"), faults(Made.sheet(sheet -> sheet.getRow(1).setHeight((short) 0))));
        byte[] thin = Made.zip(Made.parts("<cols><col min=\"11\" max=\"11\" width=\"0\"/></cols>" + Made.sheetData("")));
        assertEquals(List.of("HIDDEN_ROW_OR_COLUMN K"), faults(thin));
    }

    @Test
    void a_merge_that_reaches_into_the_rows_is_refused_where_it_begins() {
        assertEquals(List.of("MERGED_CELLS A2"), faults(Made.sheet(sheet -> {
            sheet.createRow(2).createCell(0).setCellValue("合计");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A2:B3"));
        })));
    }

    @Test
    void a_formula_is_shown_and_its_result_not_used() {
        Faults faults = assertInstanceOf(Faults.class, Made.read(Made.sheet(sheet -> sheet.getRow(1).getCell(10).setCellFormula("K9*2"))));
        assertEquals("=K9*2", faults.faults().getFirst().found());
        assertEquals("=K9*2", faults.asRead().lines().get(1).cells().get(10));
    }

    @Test
    void a_broken_total_is_refused() {
        assertEquals(List.of("THOUSANDS_SEPARATOR K3"),
                faults(Made.csv(List.of(HEADERS, CELLS, List.of("合计", "", "", "", "", "", "", "", "", "", "\"1,234.56\"")))));
    }

    @Test
    void an_error_value_is_refused() {
        byte[] file = Made.zip(Made.parts(Made.sheetData("").replace(
                "<c r=\"K2\" t=\"inlineStr\"><is><t>1234.56</t></is></c>", "<c r=\"K2\" t=\"e\"><v>#REF!</v></c>")));
        assertEquals(List.of("NOT_TEXT_OR_NUMBER K2"), faults(file));
    }

    @Test
    void a_date_built_into_chinese_excel_is_refused_and_shown_as_a_date() {
        Map<String, String> parts = Made.parts(Made.sheetData("").replace("<c r=\"O2\" t=\"inlineStr\"><is><t>1</t></is></c>", "<c r=\"O2\" s=\"0\"><v>46023</v></c>"));
        parts.computeIfPresent("[Content_Types].xml", (name, xml) -> xml.replace("</Types>",
                "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>"));
        parts.put("xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"1\"><xf numFmtId=\"57\"/></cellXfs></styleSheet>");
        Faults faults = assertInstanceOf(Faults.class, Made.read(Made.zip(parts)));
        assertEquals("2026-01-01", faults.faults().getFirst().found());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "General", "#,##0.00\"元\"", "_ * #,##0.00_ ;[Red]-#,##0.00", "¥#,##0", "@", "0.00E+00", "[$¥-804]#,##0.00", "\"day\"0", "0\\d"})
    void formats_of_numbers_are_no_dates(String code) {
        assertEquals(false, DateFormat.isDate(164, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyyy-mm-dd", "m/d", "[$-804]yyyy\"年\"m\"月\";@", "[h]:mm", "mmm-yy", "\"第\"d\"日\""})
    void formats_of_dates_are_dates(String code) {
        assertEquals(true, DateFormat.isDate(164, code));
    }

    @Test
    void text_that_is_no_table_is_refused() {
        assertEquals(List.of("NO_HEADER"), faults("这不是表格".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("BAD_ENCODING"), faults("机构名称\t金额\r\n".getBytes(StandardCharsets.UTF_16)));
        assertEquals(List.of("NOT_A_SPREADSHEET"), faults("\uFEFF <html><table>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("NOT_A_SPREADSHEET"), faults(new byte[] {'a', 0, 'b'}));
        assertEquals(List.of("EMPTY_FILE"), faults("\r\n,,,\r\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void one_csv_record_of_delimiters_takes_little_memory() {
        assertEquals(FaultCode.TOO_MANY_COLUMNS, Hostile.refused((",".repeat(Limits.DEFAULT.fileBytes() - 1) + "\n").getBytes(StandardCharsets.US_ASCII), 100).code());
        assertEquals(FaultCode.TOO_MANY_COLUMNS, Hostile.refused((",".repeat(1_200_000) + "\n").getBytes(StandardCharsets.US_ASCII), 150).code());
        assertEquals(FaultCode.TOO_MANY_ROWS, Hostile.refused("x\n".repeat(Limits.DEFAULT.fileBytes() / 2).getBytes(StandardCharsets.US_ASCII), 100).code());
    }
}
