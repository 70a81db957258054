package fundtrail.command.confirmpayment;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Given;
import fundtrail.contract.id.PaymentId;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfirmPaymentTest {
    private static final Row A = row(2, CEN_H1, "60.00");
    private static final Row B = row(3, CTY_H1, "40.00");
    private static final PaymentId OF_A = payment(B1, A);

    private static Given approvedBatch() {
        return funded().and(approved(B1, A, B));
    }

    private static ConfirmPayment confirm(LocalDate date, String bankRef) {
        return new ConfirmPayment(date, OF_A, bankRef);
    }

    @Test
    void a_payment_is_confirmed_in_full() {
        approvedBatch().and(paid(B1, A)).when(confirm(null, "out-1")).then(confirmed(B1, A, "60.00", "out-1"));
    }

    @Test
    void what_came_back_before_is_not_confirmed() {
        approvedBatch().and(paid(B1, A), returned(B1, A, "59.99", "back-1"))
                .when(confirm(null, "out-1")).then(confirmed(B1, A, "0.01", "out-1"));
        assertEquals(Map.of("state", "RETURNED"), approvedBatch().and(paid(B1, A), returned(B1, A, "60.00", "back-1"))
                .when(confirm(null, "out-1")).thenRefused(PAYMENT_NOT_OPEN, OF_A).details());
    }

    @Test
    void only_what_is_paid_and_not_yet_confirmed_is_confirmed() {
        funded().when(confirm(null, "out-1")).thenRefused(PAYMENT_UNKNOWN, OF_A);
        assertEquals(Map.of("state", "RESERVED"),
                approvedBatch().when(confirm(null, "out-1")).thenRefused(PAYMENT_NOT_OPEN, OF_A).details());
        assertEquals(Map.of("state", "CONFIRMED"), approvedBatch().and(paid(B1, A), confirmed(B1, A, "60.00", "out-1"))
                .when(confirm(null, "out-2")).thenRefused(PAYMENT_NOT_OPEN, OF_A).details());
    }

    @Test
    void a_bank_reference_is_used_once_for_whatever_it_was_used() {
        approvedBatch().and(paid(B1, A)).when(confirm(null, "in-1")).thenRefused(NUMBER_USED, "in-1");
        approvedBatch().and(paid(B1, A), paid(B1, B), confirmed(B1, B, "40.00", "out-1"))
                .when(confirm(null, "out-1")).thenRefused(NUMBER_USED, "out-1");
        approvedBatch().and(paid(B1, A), paid(B1, B), returned(B1, B, "40.00", "back-1"))
                .when(confirm(null, "back-1")).thenRefused(NUMBER_USED, "back-1");
    }

    @Test
    void the_bank_does_not_confirm_before_the_payment() {
        assertEquals(Map.of("date", DAY.toString(), "paid", PAYDAY.toString()), approvedBatch().and(paid(B1, A))
                .when(confirm(DAY, "out-1")).thenRefused(DATE_BEFORE_PAYMENT, OF_A).details());
    }
}
