package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.DAMAGED_FILE;
import static fundtrail.command.spreadsheet.FaultCode.FORMULA;
import static fundtrail.command.spreadsheet.FaultCode.HOSTILE_XML;
import static fundtrail.command.spreadsheet.FaultCode.TOO_MANY_COLUMNS;
import static fundtrail.command.spreadsheet.FaultCode.ZIP_BOMB;
import static fundtrail.command.spreadsheet.Hostile.MEGABYTE;
import static fundtrail.command.spreadsheet.Hostile.refused;
import static fundtrail.command.spreadsheet.Hostile.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML made to harm, and what the library that reads cells would trip over. */
class HostileXmlTest {

    @Test
    void external_entities_are_neither_resolved_nor_accepted(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "a-secret");
        byte[] file = Made.zip(with("xl/worksheets/sheet1.xml", "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><worksheet>"
                + Made.sheetData("").replace("1234.56", "&x;") + "</worksheet>"));
        assertEquals(HOSTILE_XML, refused(file, 64).code());
        // The library alone would not have resolved it either: a second wall.
        Exception thrown = assertThrows(Exception.class, () -> {
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
                workbook.getFirstSheet().read();
            }
        });
        assertFalse(thrown.toString().contains("a-secret"));
    }

    @Test
    void a_billion_laughs_are_not_laughed() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE sst [<!ENTITY l0 \"lol\">");
        for (int level = 1; level < 10; level++) {
            laughs.append("<!ENTITY l").append(level).append(" \"").append(("&l" + (level - 1) + ";").repeat(10)).append("\">");
        }
        assertEquals(HOSTILE_XML, refused(with("xl/sharedStrings.xml", laughs + "]><sst><si><t>&l9;</t></si></sst>")));
    }

    @Test
    void a_document_type_in_a_macs_printer_settings_is_harmless() {
        assertInstanceOf(Table.class, Made.read(Made.zip(with("xl/printerSettings/printerSettings1.bin",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"x\"><plist/>"))));
        assertInstanceOf(Table.class, Made.read(Made.zip(with("xl/drawings/vmlDrawing1.vml", "<xml><div>a<br></div></xml>"))));
    }

    @Test
    void xml_in_another_encoding_than_utf_8_is_refused() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Made.parts(Made.sheetData("")).forEach((name, text) -> parts.put(name, text.getBytes(name.endsWith("sheet1.xml") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)));
        assertEquals(DAMAGED_FILE, refused(Made.zipBytes(parts), 64).code());
        parts.put("xl/worksheets/sheet1.xml", "<工作表/>".getBytes(StandardCharsets.UTF_16));
        assertEquals(DAMAGED_FILE, refused(Made.zipBytes(parts), 64).code());
        assertEquals(DAMAGED_FILE, refused(with("xl/sharedStrings.xml", "<?xml version=\"1.0\" encoding=\"GBK\"?><sst/>")));
    }

    @Test
    void a_single_tag_text_comment_or_nesting_of_any_length_takes_no_memory() {
        Limits loose = new Limits(64 * MEGABYTE, 100, 64, 100, 100, 64L * MEGABYTE, 100L * MEGABYTE, 100_000, 10);
        Map<String, FaultCode> endless = Map.of(
                "<worksheet a=\"" + "x".repeat(16 * MEGABYTE) + "\"/>", ZIP_BOMB,
                "<worksheet>" + "x".repeat(16 * MEGABYTE) + "</worksheet>", ZIP_BOMB,
                "<worksheet><!--" + "x".repeat(16 * MEGABYTE) + "--></worksheet>", ZIP_BOMB,
                "<worksheet><![CDATA[" + "<".repeat(16 * MEGABYTE) + "]]></worksheet>", DAMAGED_FILE,
                "<worksheet><!--" + "<".repeat(16 * MEGABYTE) + "--></worksheet>", FaultCode.EMPTY_FILE,
                "<worksheet>" + "<a>".repeat(MEGABYTE), HOSTILE_XML);
        endless.forEach((xml, code) -> {
            byte[] file = Made.zip(with("xl/worksheets/sheet1.xml", xml));
            assertEquals(code, refused(file, loose, 16).code(), xml.substring(0, 20));
        });
    }

    @Test
    void a_shared_string_that_does_not_exist_is_not_searched_for() {
        assertEquals(DAMAGED_FILE, refused(Made.parts("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row></sheetData>")));
        Map<String, String> parts = Made.parts("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>20000000</v></c></row></sheetData>");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>金额</t></si></sst>");
        assertEquals(DAMAGED_FILE, refused(parts));
    }

    @Test
    void shared_strings_that_the_workbook_does_not_name_are_not_read_as_nothing() {
        Map<String, String> parts = Made.parts("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>金额</t></si></sst>");
        parts.computeIfPresent("[Content_Types].xml", (name, xml) -> xml.replaceAll("<Override PartName=\"/xl/shared[^>]*>", ""));
        assertEquals(DAMAGED_FILE, refused(parts));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"B2\"><v>1</v></c></row>",
        "<row r=\"1\"><c><v>1</v></c></row>",
        "<row><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"2\"/><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
        "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><c r=\"B1\"/></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2026-01-01</v></c></row>"})
    void cells_that_do_not_say_plainly_where_they_stand_and_what_they_are_are_refused(String row) {
        assertEquals(DAMAGED_FILE, refused(Made.parts("<sheetData>" + row + "</sheetData>")));
    }

    @Test
    void a_cell_far_to_the_right_is_refused_by_its_place() {
        Fault fault = refused(Made.zip(Made.parts("<sheetData><row r=\"1\"><c r=\"XFD1\"/></row></sheetData>")), 64);
        assertEquals(TOO_MANY_COLUMNS, fault.code());
        assertEquals("XFD", fault.place().letter());
    }

    @Test
    void numbers_with_monstrous_exponents_are_refused_at_their_cell() {
        Fault fault = refused(Made.zip(Made.parts(Made.sheetData("").replace(
                "<c r=\"K2\" t=\"inlineStr\"><is><t>1234.56</t></is></c>", "<c r=\"K2\"><v>1E999999999</v></c>"))), 64);
        assertEquals(FaultCode.DIGITS_LOST, fault.code());
        fault = refused(Made.zip(Made.parts(Made.sheetData("").replace(
                "<c r=\"K2\" t=\"inlineStr\"><is><t>1234.56</t></is></c>", "<c r=\"K2\"><v>1E-999999999</v></c>"))), 64);
        assertEquals(FaultCode.NUMBER_NOT_EXACT, fault.code());
    }

    @Test
    void formulas_that_the_library_cannot_follow_are_refused_as_formulas() {
        Fault fault = refused(Made.zip(Made.parts("<sheetData>" + Made.row(1, Made.HEADERS)
                + "<row r=\"2\"><c r=\"K2\"><f t=\"shared\" si=\"7\"/><v>1</v></c></row></sheetData>")), 64);
        assertEquals(FORMULA, fault.code());
        StringBuilder arrays = new StringBuilder();
        for (int row = 2; row < 5_000; row++) {
            arrays.append("<row r=\"%1$d\"><c r=\"A%1$d\"><f t=\"array\" ref=\"A%1$d\">1</f><v>1</v></c></row>".formatted(row));
        }
        fault = refused(Made.zip(Made.parts("<sheetData>" + Made.row(1, Made.HEADERS) + arrays + "</sheetData>")), 64);
        assertEquals(FORMULA, fault.code());
        assertEquals("> 1000", fault.found(), "so many are not worth the library's time");
    }

    @Test
    void a_cell_formatted_by_a_style_that_does_not_exist_is_only_a_cell() {
        assertInstanceOf(Table.class, Made.read(Made.zip(Made.parts(Made.sheetData("").replace(
                "<c r=\"K2\" t=\"inlineStr\"><is><t>1234.56</t></is></c>", "<c r=\"K2\" s=\"99\"><v>1234.56</v></c>")))));
    }
}
