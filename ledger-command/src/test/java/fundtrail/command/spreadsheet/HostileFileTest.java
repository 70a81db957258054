package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.DAMAGED_FILE;
import static fundtrail.command.spreadsheet.FaultCode.ENCRYPTED;
import static fundtrail.command.spreadsheet.FaultCode.EXTERNAL_LINK;
import static fundtrail.command.spreadsheet.FaultCode.FORMULA;
import static fundtrail.command.spreadsheet.FaultCode.HAS_MACROS;
import static fundtrail.command.spreadsheet.FaultCode.HIDDEN_SHEET;
import static fundtrail.command.spreadsheet.FaultCode.HOSTILE_XML;
import static fundtrail.command.spreadsheet.FaultCode.NOT_A_SPREADSHEET;
import static fundtrail.command.spreadsheet.FaultCode.TOO_MANY_COLUMNS;
import static fundtrail.command.spreadsheet.FaultCode.ZIP_BOMB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to harm. What they may allocate is bounded, which bounds the memory they hold at any time. */
class HostileFileTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Fault refused(byte[] file, int mostMegabytes) {
        Made.read(Made.csv(List.of(Made.HEADERS)));
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Faults faults = assertInstanceOf(Faults.class, Made.read(file));
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < (long) mostMegabytes * MEGABYTE, () -> "allocated " + allocated / MEGABYTE + " MB");
        return faults.faults().getFirst();
    }

    private static FaultCode refused(Map<String, String> parts) {
        return refused(Made.zip(parts), 64).code();
    }

    private static Map<String, String> with(String part, String content) {
        Map<String, String> parts = Made.parts(Made.sheetData(""));
        parts.put(part, content);
        return parts;
    }

    private static Map<String, String> withSheet(String sheetXml) {
        return Made.parts(sheetXml);
    }

    // Zip

    @Test
    void the_smallest_workbook_by_hand_is_read() {
        assertInstanceOf(Table.class, Made.read(Made.zip(Made.parts(Made.sheetData("")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/media/image1.png", "docProps/thumbnail.bin"})
    void a_part_that_inflates_a_thousand_times_is_refused_wherever_it_lies(String part) {
        assertEquals(ZIP_BOMB, refused(with(part, "<a>" + " ".repeat(16 * MEGABYTE))));
    }

    @Test
    void many_parts_that_are_too_large_only_together_are_refused() {
        Limits small = new Limits(MEGABYTE, 10, 64, 100, 100, 300_000, 1_000_000, 200, 10);
        Map<String, String> parts = Made.parts(Made.sheetData(""));
        for (int part = 0; part < 5; part++) {
            parts.put("xl/media/" + part, "x".repeat(250_000));
        }
        Faults faults = assertInstanceOf(Faults.class, Spreadsheet.read(Made.zip(parts), DisbursementFile.columns(), small));
        assertEquals(ZIP_BOMB, faults.faults().getFirst().code());
    }

    @Test
    void more_parts_than_a_workbook_has_are_refused_before_any_is_opened() {
        Map<String, String> parts = Made.parts(Made.sheetData(""));
        for (int part = 0; part < 60_000; part++) {
            parts.put("xl/" + part, "");
        }
        assertEquals(ZIP_BOMB, refused(Made.zip(parts), 4).code());
    }

    @Test
    void parts_that_share_one_packed_content_are_counted_each() {
        Map<String, String> parts = Made.parts(Made.sheetData(""));
        parts.put("xl/media/a", "x".repeat(900_000));
        parts.put("xl/media/b", "y");
        byte[] zip = Made.zip(parts);
        // The directory's record of the second is made to point at the first.
        byte[] record = directoryRecord(zip, "xl/media/a");
        byte[] other = directoryRecord(zip, "xl/media/b");
        int at = indexOf(zip, other, 0);
        System.arraycopy(record, 0, zip, at, record.length);
        zip[at + record.length - 1] = 'b';
        Limits small = new Limits(MEGABYTE, 10, 64, 100, 100, 1_000_000, 1_500_000, 10_000, 10);
        Faults faults = assertInstanceOf(Faults.class, Spreadsheet.read(zip, DisbursementFile.columns(), small));
        assertEquals(ZIP_BOMB, faults.faults().getFirst().code());
    }

    private static byte[] directoryRecord(byte[] zip, String name) {
        int at = indexOf(zip, name.getBytes(StandardCharsets.US_ASCII), indexOf(zip, new byte[] {'P', 'K', 1, 2}, 0)) - 46;
        return Arrays.copyOfRange(zip, at, at + 46 + name.length());
    }

    private static int indexOf(byte[] bytes, byte[] sought, int from) {
        int at = from;
        while (!Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
            at++;
        }
        return at;
    }

    @Test
    void two_parts_of_one_name_are_refused() {
        assertEquals(DAMAGED_FILE, refused(with("XL/Worksheets/Sheet1.xml", "<worksheet/>")));
    }

    @Test
    void a_part_whose_content_was_altered_is_refused() {
        Map<String, String> parts = Made.parts(Made.sheetData(""));
        byte[] zip = stored(parts);
        int amount = indexOf(zip, "1234.56".getBytes(StandardCharsets.US_ASCII), 0);
        zip[amount] = '9';
        assertEquals(DAMAGED_FILE, refused(zip, 64).code());
    }

    private static byte[] stored(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.DEFLATED);
            zip.setLevel(0);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Test
    void a_part_with_its_own_password_is_refused_as_encrypted() {
        byte[] zip = Made.zip(Made.parts(Made.sheetData("")));
        int record = indexOf(zip, new byte[] {'P', 'K', 1, 2}, 0);
        zip[record + 8] |= 1;
        zip[6] |= 1;
        assertEquals(ENCRYPTED, refused(zip, 64).code());
    }

    @Test
    void other_things_in_a_zip_are_no_spreadsheets() {
        assertEquals(NOT_A_SPREADSHEET, refused(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet")));
        assertEquals(NOT_A_SPREADSHEET, refused(with("xl/workbook.bin", "binary workbook")));
    }

    // XML

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
            long before = THREADS.getCurrentThreadAllocatedBytes();
            Faults faults = assertInstanceOf(Faults.class, Spreadsheet.read(file, DisbursementFile.columns(), loose));
            assertTrue(THREADS.getCurrentThreadAllocatedBytes() - before < 16L * MEGABYTE, () -> xml.substring(0, 20));
            assertEquals(code, faults.faults().getFirst().code(), xml.substring(0, 20));
        });
    }

    // What the library would trip over

    @Test
    void a_shared_string_that_does_not_exist_is_not_searched_for() {
        assertEquals(DAMAGED_FILE, refused(withSheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row></sheetData>")));
        assertEquals(DAMAGED_FILE, refused(withSheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>3</v></c></row></sheetData>")));
    }

    @Test
    void shared_strings_that_the_workbook_does_not_name_are_not_read_as_nothing() {
        Map<String, String> parts = withSheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>");
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
        assertEquals(DAMAGED_FILE, refused(withSheet("<sheetData>" + row + "</sheetData>")));
    }

    @Test
    void a_cell_far_to_the_right_is_refused_by_its_place() {
        Fault fault = refused(Made.zip(withSheet("<sheetData><row r=\"1\"><c r=\"XFD1\"/></row></sheetData>")), 64);
        assertEquals(TOO_MANY_COLUMNS, fault.code());
        assertEquals("XFD", fault.place().letter());
    }

    @Test
    void numbers_with_monstrous_exponents_are_refused_at_their_cell() {
        Fault fault = refused(Made.zip(withSheet(Made.sheetData("").replace(
                "<c r=\"K2\" t=\"inlineStr\"><is><t>1234.56</t></is></c>", "<c r=\"K2\"><v>1E999999999</v></c>"))), 64);
        assertEquals(FaultCode.DIGITS_LOST, fault.code());
        fault = refused(Made.zip(withSheet(Made.sheetData("").replace(
                "<c r=\"K2\" t=\"inlineStr\"><is><t>1234.56</t></is></c>", "<c r=\"K2\"><v>1E-999999999</v></c>"))), 64);
        assertEquals(FaultCode.NUMBER_NOT_EXACT, fault.code());
    }

    @Test
    void formulas_that_the_library_cannot_follow_are_refused_as_formulas() {
        Fault fault = refused(Made.zip(withSheet("<sheetData>" + Made.row(1, Made.HEADERS)
                + "<row r=\"2\"><c r=\"K2\"><f t=\"shared\" si=\"7\"/><v>1</v></c></row></sheetData>")), 64);
        assertEquals(FORMULA, fault.code());
        StringBuilder arrays = new StringBuilder();
        for (int row = 2; row < 5_000; row++) {
            arrays.append("<row r=\"%1$d\"><c r=\"A%1$d\"><f t=\"array\" ref=\"A%1$d\">1</f><v>1</v></c></row>".formatted(row));
        }
        assertEquals(FORMULA, refused(Made.zip(withSheet("<sheetData>" + Made.row(1, Made.HEADERS) + arrays + "</sheetData>")), 64).code());
    }

    @Test
    void a_cell_formatted_by_a_style_that_does_not_exist_is_only_a_cell() {
        assertInstanceOf(Table.class, Made.read(Made.zip(withSheet(Made.sheetData("").replace(
                "<c r=\"K2\" t=\"inlineStr\"><is><t>1234.56</t></is></c>", "<c r=\"K2\" s=\"99\"><v>1234.56</v></c>")))));
    }

    // What a workbook may bring along

    @Test
    void macros_are_found_by_any_of_their_marks() {
        assertEquals(HAS_MACROS, refused(with("xl/vbaProject.bin", "")));
        assertEquals(HAS_MACROS, refused(with("xl/macrosheets/sheet1.xml", "<worksheet/>")));
        assertEquals(HAS_MACROS, refused(with("xl/worksheets/sheet2.xml", "<xm:macrosheet xmlns:xm=\"x\"/>")));
        Map<String, String> types = Made.parts(Made.sheetData(""));
        types.computeIfPresent("[Content_Types].xml", (name, xml) -> xml.replace("openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"));
        assertEquals(HAS_MACROS, refused(types));
    }

    @Test
    void content_from_elsewhere_is_found_by_any_of_its_marks() {
        assertEquals(EXTERNAL_LINK, refused(with("xl/externalLinks/externalLink1.xml", "<externalLink/>")));
        assertEquals(EXTERNAL_LINK, refused(with("xl/connections.xml", "<connections/>")));
        assertEquals(EXTERNAL_LINK, refused(with("xl/drawings/_rels/drawing1.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"x/image\" Target=\"https://example.org/a.png\" TargetMode=\"External\"/></Relationships>")));
    }

    @Test
    void a_very_hidden_sheet_is_a_hidden_sheet() {
        Map<String, String> parts = new HashMap<>(Made.parts(Made.sheetData("")));
        parts.computeIfPresent("xl/workbook.xml", (name, xml) -> xml.replace("</sheets>", "<sheet name=\"底稿\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId9\"/></sheets>"));
        Fault fault = refused(Made.zip(parts), 64);
        assertEquals(HIDDEN_SHEET, fault.code());
        assertEquals("底稿", fault.found());
    }

    @Test
    void one_csv_record_of_delimiters_takes_little_memory() {
        assertEquals(TOO_MANY_COLUMNS, refused((",".repeat(Limits.DEFAULT.fileBytes() - 1) + "\n").getBytes(StandardCharsets.US_ASCII), 100).code());
        assertEquals(TOO_MANY_COLUMNS, refused((",".repeat(1_200_000) + "\n").getBytes(StandardCharsets.US_ASCII), 150).code());
        assertEquals(FaultCode.TOO_MANY_ROWS, refused("x\n".repeat(Limits.DEFAULT.fileBytes() / 2).getBytes(StandardCharsets.US_ASCII), 100).code());
    }
}
