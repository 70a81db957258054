package fundtrail.command.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files made for the tests. Names, codes and accounts are invented. */
final class Made {

    /** Of a file of advances, which has none of the columns that other kinds of payment need. */
    static final List<String> HEADERS = Arrays.stream(DisbursementFile.values()).limit(DisbursementFile.PAYMENT_KIND.ordinal())
            .map(each -> each.column().header()).toList();
    static final List<String> CELLS = List.of("1", "青山镇卫生院", "12999900MB0A00001X", "示财社〔2026〕7号", "ZB-2026-0001", "中央",
            "2100302", "50502", "P-0301", "基本公共卫生服务预拨", "1234.56", "青山镇卫生院", "6200000000000000017", "示例农商行青山支行",
            "1", "");

    private Made() { }

    static Reading read(byte[] file) {
        return Spreadsheet.read(file, DisbursementFile.columns(), Limits.DEFAULT);
    }

    /** A workbook by POI of a header, one row that is in order, and whatever {@code change} does to it. */
    static byte[] workbook(Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("明细");
            write(sheet.createRow(0), HEADERS);
            write(sheet.createRow(1), CELLS);
            change.accept(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] sheet(Consumer<XSSFSheet> change) {
        return workbook(workbook -> change.accept(workbook.getSheetAt(0)));
    }

    static void write(Row row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            row.createCell(column).setCellValue(cells.get(column));
        }
    }

    /** {@link #CELLS} with one of them replaced. */
    static List<String> cells(DisbursementFile column, String text) {
        List<String> cells = new ArrayList<>(CELLS);
        cells.set(column.ordinal(), text);
        return cells;
    }

    static byte[] csv(List<List<String>> rows) {
        return csv(StandardCharsets.UTF_8, ',', rows);
    }

    static byte[] csv(Charset charset, char delimiter, List<List<String>> rows) {
        return rows.stream().map(row -> String.join(String.valueOf(delimiter), row) + "\r\n").collect(Collectors.joining()).getBytes(charset);
    }

    /** A CSV file of the header and one row, in order but for one cell. */
    static byte[] csvWith(DisbursementFile column, String text) {
        return csv(List.of(HEADERS, cells(column, text)));
    }

    /** The parts of the smallest workbook, whose sheet holds {@code sheetXml}. */
    static Map<String, String> parts(String sheetXml) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>\
                </Types>""");
        parts.put("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        parts.put("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        parts.put("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + sheetXml + "</worksheet>");
        return parts;
    }

    /** A row of inline strings. */
    static String row(int number, List<String> cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < cells.size(); column++) {
            row.append("<c r=\"").append(Place.letter(column)).append(number).append("\" t=\"inlineStr\"><is><t>").append(cells.get(column)).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    static String sheetData(String more) {
        return "<sheetData>" + row(1, HEADERS) + row(2, CELLS) + more + "</sheetData>";
    }

    static byte[] zip(Map<String, String> parts) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return zipBytes(bytes);
    }

    static byte[] zipBytes(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The same workbook with one part rewritten. */
    static byte[] rewritten(byte[] workbook, String part, UnaryOperator<String> change) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        parts.compute(part, (name, bytes) -> change.apply(bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        return zipBytes(parts);
    }
}
