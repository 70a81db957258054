package fundtrail.command.disbursebatch;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DivisionCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The batch as a whole; its rows are judged in {@link BatchRowsTest}. */
class DisburseBatchTest {
    private static final Row A = row(2, CEN_H1, "60.00");
    private static final Row B = row(3, CTY_H1, "40.00");
    private static final String FILE = "f".repeat(64);

    private static DisburseBatch wish(BatchId batch, BankAccountId bankAccount, String file, int count, String total) {
        return new DisburseBatch(null, batch, DIVISION, bankAccount, file, count, yuan(total), List.of(A, B));
    }

    private static TreasuryAccountRegistered account(String id, String division, Use use) {
        return new TreasuryAccountRegistered(
                new BankAccountId(id), new DivisionCode(division), use, "澄湖县财政局", "9900000000000002" + id, "虚构银行澄湖支行");
    }

    @Test
    void a_batch_reserves_the_authority_of_its_rows() {
        funded().when(disburse(B1, A, B)).then(approved(B1, A, B));
    }

    @Test
    void cash_is_not_asked_for_before_the_batch_is_executed() {
        allottedAndUnfunded().when(disburse(B1, A, B)).then(approved(B1, A, B));
    }

    @Test
    void a_count_that_is_not_that_of_the_rows_is_refused_with_both_figures() {
        Refused refused = funded().when(wish(B1, CT, null, 3, "100.00")).thenRefused(TOTAL_DIFFERS, B1);
        assertEquals("3", refused.details().get("statedRows"));
        assertEquals("2", refused.details().get("rows"));
    }

    @Test
    void a_total_that_differs_by_one_fen_is_refused_with_both_figures() {
        Refused refused = funded().when(wish(B1, CT, null, 2, "100.01")).thenRefused(TOTAL_DIFFERS, B1);
        assertEquals("100.01", refused.details().get("stated"));
        assertEquals("100.00", refused.details().get("total"));
    }

    @Test
    void an_id_is_given_to_one_batch() {
        funded().and(approved(B1, B)).when(disburse(B1, A)).thenRefused(ALREADY_EXISTS, B1);
    }

    @Test
    void a_file_is_used_once_and_the_refusal_names_its_batch() {
        DisbursementBatchApproved of = (DisbursementBatchApproved) approved(B2, B)[1];
        Refused refused = funded()
                .and(approved(B2, B)[0], new DisbursementBatchApproved(of.batch(), of.division(), of.bankAccount(), 1, 1,
                        of.controlTotal(), of.rowsHash(), FILE))
                .when(wish(B1, CT, FILE, 2, "100.00"))
                .thenRefused(FILE_USED, FILE);
        assertEquals("B2", refused.details().get("batch"));
    }

    @Test
    void the_batch_remembers_its_file() {
        DisbursementBatchApproved closing =
                (DisbursementBatchApproved) funded().when(wish(B1, CT, FILE, 2, "100.00")).facts().getLast();
        assertEquals(FILE, closing.fileHash());
    }

    @Test
    void what_pays_is_a_treasury_account_of_the_division() {
        funded().when(wish(B1, new BankAccountId("none"), null, 2, "100.00"))
                .thenRefused(TREASURY_ACCOUNT_UNKNOWN, "none");
        funded().and(account("elsewhere", "330522", Use.TREASURY))
                .when(wish(B1, new BankAccountId("elsewhere"), null, 2, "100.00"))
                .thenRefused(ACCOUNT_MISMATCH, "elsewhere");
        funded().and(account("recovered", "330521", Use.RECOVERY))
                .when(wish(B1, new BankAccountId("recovered"), null, 2, "100.00"))
                .thenRefused(ACCOUNT_MISMATCH, "recovered");
    }

    @Test
    void what_the_wish_says_is_judged_before_what_exists_and_that_before_its_rows() {
        Row wrong = row(2, CEN_H1, "100.01");
        funded().and(approved(B1, B))
                .when(new DisburseBatch(null, B1, DIVISION, CT, null, 1, yuan("1.00"), List.of(wrong)))
                .thenRefused(TOTAL_DIFFERS, B1);
        funded().and(approved(B1, B)).when(disburse(B1, wrong)).thenRefused(ALREADY_EXISTS, B1);
    }

    @Test
    void a_wish_no_batch_could_carry_is_not_even_built() {
        assertThrows(IllegalArgumentException.class, () -> disburse(B1));
        assertThrows(IllegalArgumentException.class, () -> disburse(B1, B, A));
        assertThrows(IllegalArgumentException.class, () -> disburse(B1, A, A));
        assertThrows(IllegalArgumentException.class, () -> row(0, CEN_H1, "1.00"));
        assertThrows(IllegalArgumentException.class, () -> row(2, CEN_H1, "1.00", "用".repeat(201), null));
        assertThrows(IllegalArgumentException.class, () -> disburse(new BatchId("b".repeat(57)), A));
        Row[] most = {row(2, CEN_H1, "9999999999999.99"), row(3, CEN_H2, "0.01")};
        assertThrows(IllegalArgumentException.class, () -> new DisburseBatch(
                null, B1, DIVISION, CT, null, 2, Money.ZERO, List.of(most)));
    }

    @Test
    void a_wish_is_read_from_json_and_its_rows_stand_last() throws Exception {
        DisburseBatch wish = wish(B1, CT, FILE, 2, "100.00");
        String json = new String(Json.canonical(wish), StandardCharsets.UTF_8);
        assertEquals(wish, Json.MAPPER.readValue(json, DisburseBatch.class));
        assertEquals("{\"row\":2,\"kind\":\"ADVANCE\",\"institution\":\"H1\",\"payeeAccount\":\"H1-main\","
                + "\"allotment\":\"CEN-H1\",\"amount\":\"60.00\",\"purpose\":\"" + PAID_FOR + "\"}",
                json.substring(json.indexOf("\"rows\":[") + 8, json.indexOf("},{") + 1));
        assertEquals("]}", json.substring(json.length() - 2));
    }
}
