package fundtrail.command.cancelbatch;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Given;
import fundtrail.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CancelBatchTest {
    private static final Row A = row(2, CEN_H1, "60.00");
    private static final Row B = row(3, CTY_H1, "40.00");
    private static final Row C = row(5, CEN_H2, "100.00");

    private static Given approvedBatch() {
        return funded().and(approved(B1, A, B, C));
    }

    private static CancelBatch cancel(Integer... rows) {
        return new CancelBatch(null, B1, "资金计划调整", rows.length == 0 ? null : List.of(rows));
    }

    @Test
    void without_rows_all_that_is_not_paid_is_given_up() {
        approvedBatch().and(paid(B1, A))
                .when(cancel()).then(cancelled(B1, B, "资金计划调整"), cancelled(B1, C, "资金计划调整"));
    }

    @Test
    void rows_are_named_by_their_numbers_in_the_file_and_given_up_in_its_order() {
        approvedBatch().when(cancel(5, 2)).then(cancelled(B1, A, "资金计划调整"), cancelled(B1, C, "资金计划调整"));
    }

    @Test
    void authority_given_up_may_be_reserved_again() {
        Row again = row(2, CEN_H1, "100.00");
        approvedBatch().and(cancelled(B1, A, "填错")).when(disburse(B2, again)).then(approved(B2, again));
    }

    @Test
    void a_row_that_is_not_in_the_batch_is_named() {
        approvedBatch().when(cancel(2, 4)).thenRefused(PAYMENT_UNKNOWN, "B1.4");
    }

    @Test
    void a_row_already_paid_is_not_given_up() {
        assertEquals(Map.of("state", "PAID"),
                approvedBatch().and(paid(B1, A)).when(cancel(2, 3)).thenRefused(PAYMENT_NOT_OPEN, "B1.2").details());
    }

    @Test
    void a_batch_must_exist_and_have_something_left_to_give_up() {
        funded().when(cancel()).thenRefused(BATCH_UNKNOWN, B1);
        funded().and(approved(B1, A)).and(paid(B1, A)).when(cancel()).thenRefused(BATCH_CLOSED, B1);
        approvedBatch().when(new CancelBatch(DAY, B1, "填错", null)).thenRefused(DATE_BEFORE_BATCH, B1);
    }

    @Test
    void a_wish_without_rows_says_so_by_leaving_them_out_and_rows_stand_last() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> new CancelBatch(null, B1, "填错", List.of()));
        assertThrows(IllegalArgumentException.class, () -> cancel(2, 2));
        assertEquals("{\"batch\":\"B1\",\"reason\":\"资金计划调整\",\"rows\":[2,3]}",
                new String(Json.canonical(cancel(2, 3)), StandardCharsets.UTF_8));
        assertEquals(cancel(), Json.MAPPER.readValue("{\"batch\":\"B1\",\"reason\":\"资金计划调整\"}", CancelBatch.class));
    }
}
