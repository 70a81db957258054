package fundtrail.client;

import fundtrail.contract.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A clerk's file of payments, and what is said beside it.
 *
 * @param name          the file's name; says whether it is CSV, and stands in the workbook of its faults
 * @param bytes         the whole file
 * @param batch         the id the batch is to have
 * @param bankAccount   the treasury account that will pay
 * @param division      whose books
 * @param tranche       the tranche whose money its rows pay; {@code null} where it names none
 * @param effectiveDate when it shall count; {@code null} for the day it is decided on
 * @param controlTotal  what the rows add up to, as the clerk added; {@code null} to rely on the file's own total
 * @param rowCount      how many rows there are, as the clerk counted; {@code null} to rely on the file
 */
public record BatchFile(
        String name,
        byte[] bytes,
        String batch,
        String bankAccount,
        String division,
        String tranche,
        LocalDate effectiveDate,
        Money controlTotal,
        Integer rowCount) {

    String mediaType() {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? "text/csv"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    Map<String, Object> parameters(boolean submit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("batch", batch);
        parameters.put("bankAccount", bankAccount);
        parameters.put("division", division);
        parameters.put("tranche", tranche);
        parameters.put("effectiveDate", effectiveDate);
        parameters.put("controlTotal", controlTotal);
        parameters.put("rowCount", rowCount);
        parameters.put("fileName", name);
        parameters.put("submit", submit ? Boolean.TRUE : null);
        parameters.values().removeIf(value -> value == null);
        return parameters;
    }
}
