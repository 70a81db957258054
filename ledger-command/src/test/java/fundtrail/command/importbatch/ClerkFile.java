package fundtrail.command.importbatch;

import fundtrail.command.kit.Batches;
import fundtrail.command.spreadsheet.DisbursementFile;
import fundtrail.contract.id.AllotmentId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A clerk's file in the making: a header in row 1, payments from row 2 on, perhaps a total. */
final class ClerkFile {
    private final List<Map<DisbursementFile, String>> rows = new ArrayList<>();

    /** A row in order, out of an allotment of {@link Batches#funded}. */
    ClerkFile row(AllotmentId allotment, String amount) {
        String institution = allotment.value().split("-")[1];
        Map<DisbursementFile, String> row = new EnumMap<>(DisbursementFile.class);
        row.put(DisbursementFile.INSTITUTION_NAME, "青溪镇卫生院" + institution);
        row.put(DisbursementFile.CREDIT_CODE, institution.equals("H1") ? "12330521471100016Q" : "12330521471100024K");
        row.put(DisbursementFile.ALLOTMENT_DOCUMENT, "澄财预〔2026〕1号");
        row.put(DisbursementFile.ALLOTMENT_ID, allotment.value());
        row.put(DisbursementFile.FUND_SOURCE, allotment.value().split("-")[0]);
        row.put(DisbursementFile.FUNCTION_CLASS, "2100408");
        row.put(DisbursementFile.GOVERNMENT_ECONOMIC_CLASS, "50502");
        row.put(DisbursementFile.PROGRAMME_CODE, "BPH");
        row.put(DisbursementFile.PURPOSE, Batches.PAID_FOR);
        row.put(DisbursementFile.AMOUNT, amount);
        row.put(DisbursementFile.PAYEE_NAME, "青溪镇卫生院" + institution);
        row.put(DisbursementFile.ACCOUNT_NUMBER, "99000000000001" + institution);
        row.put(DisbursementFile.BANK, "虚构银行青溪支行");
        rows.add(row);
        return this;
    }

    /** The last row with another text in one column. */
    ClerkFile but(DisbursementFile column, String text) {
        rows.getLast().put(column, text);
        return this;
    }

    ClerkFile total(String amount) {
        Map<DisbursementFile, String> row = new EnumMap<>(DisbursementFile.class);
        row.put(DisbursementFile.SERIAL_NUMBER, "合计");
        row.put(DisbursementFile.AMOUNT, amount);
        rows.add(row);
        return this;
    }

    byte[] csv() {
        List<String> lines = new ArrayList<>();
        lines.add(line(column -> column.column().header()));
        rows.forEach(row -> lines.add(line(column -> row.getOrDefault(column, ""))));
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Function<DisbursementFile, String> cell) {
        return Arrays.stream(DisbursementFile.values()).map(cell).collect(Collectors.joining(","));
    }

    byte[] xlsx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Fundtrail", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("明细");
            for (DisbursementFile column : DisbursementFile.values()) {
                sheet.value(0, column.ordinal(), column.column().header());
            }
            for (int at = 0; at < rows.size(); at++) {
                int row = at + 1;
                rows.get(at).forEach((column, text) -> sheet.value(row, column.ordinal(), text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
