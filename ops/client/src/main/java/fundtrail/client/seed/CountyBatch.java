package fundtrail.client.seed;

import static fundtrail.client.seed.CountyState.body;
import static fundtrail.client.seed.CountyState.yuan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fundtrail.client.seed.CountyPlan.Payment;
import java.util.List;

/** A month's payments of one programme, or a part of them, as they are proposed. */
record CountyBatch(String id, CountyProgramme programme, List<Row> rows) {
    /** More would be a proposal few can read; the ledger takes five thousand. */
    static final int MOST_ROWS = 2_000;

    /**
     * @param institution whose allotment it is, or who goes on for it
     * @param account     the payee account as it was when the batch was proposed
     */
    record Row(int number, Payment payment, CountyInstitution institution, String account) {
        long fen() {
            return payment.fen();
        }

        CountyAllotment allotment() {
            return payment.allotment();
        }
    }

    /** Money of a row that the bank sent back. */
    record Return(String payment, Row row, long fen) {}

    String payment(Row row) {
        return id + "." + row.number();
    }

    long total() {
        return rows.stream().mapToLong(Row::fen).sum();
    }

    /** As a step's body; it counts from the day of its last signature. */
    ObjectNode proposal(String purpose) {
        ObjectNode body = body().put("batch", id).put("division", CountyYear.DIVISION)
                .put("bankAccount", "CT").put("rowCount", rows.size()).put("controlTotal", yuan(total()));
        ArrayNode list = body.putArray("rows");
        for (Row row : rows) {
            list.addObject().put("row", row.number()).put("kind", "ADVANCE").put("institution", row.institution().id())
                    .put("payeeAccount", row.account()).put("allotment", row.allotment().id()).put("amount", yuan(row.fen()))
                    .put("purpose", purpose).put("instalment", row.payment().instalment());
        }
        return body;
    }
}
