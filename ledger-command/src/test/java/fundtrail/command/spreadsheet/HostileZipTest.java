package fundtrail.command.spreadsheet;

import static fundtrail.command.spreadsheet.FaultCode.DAMAGED_FILE;
import static fundtrail.command.spreadsheet.FaultCode.ENCRYPTED;
import static fundtrail.command.spreadsheet.FaultCode.EXTERNAL_LINK;
import static fundtrail.command.spreadsheet.FaultCode.HAS_MACROS;
import static fundtrail.command.spreadsheet.FaultCode.HIDDEN_SHEET;
import static fundtrail.command.spreadsheet.FaultCode.NOT_A_SPREADSHEET;
import static fundtrail.command.spreadsheet.FaultCode.ZIP_BOMB;
import static fundtrail.command.spreadsheet.Hostile.MEGABYTE;
import static fundtrail.command.spreadsheet.Hostile.refused;
import static fundtrail.command.spreadsheet.Hostile.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives made to harm, and what a workbook may bring along. */
class HostileZipTest {

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
        assertEquals(ZIP_BOMB, refused(Made.zip(parts), small, 64).code());
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
        assertEquals(ZIP_BOMB, refused(zip, small, 64).code());
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
}
