package fundtrail.command.sendpaymentfile;

import static fundtrail.command.decide.RefusalCode.BATCH_NOT_PAID;
import static fundtrail.command.decide.RefusalCode.BATCH_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_BATCH;
import static fundtrail.command.decide.RefusalCode.PAYMENT_FILE_USED;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Given;
import fundtrail.contract.fact.PaymentFileSent;
import fundtrail.contract.id.BatchId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The file that asks the bank to carry out a batch's payments. */
class SendPaymentFileTest {
    private static final String HASH = "a".repeat(64);
    private static final Row FIRST = row(1, CEN_H1, "60.00");
    private static final Row SECOND = row(2, CTY_H1, "40.00");
    private static final Row THIRD = row(3, CEN_H2, "10.00");

    private static SendPaymentFile send(BatchId batch, String hash, LocalDate day) {
        return new SendPaymentFile(day, batch, hash);
    }

    private static Given paidOut() {
        return funded().and(approved(B1, FIRST, SECOND, THIRD)).and(paid(B1, FIRST), paid(B1, SECOND), cancelled(B1, THIRD, "改月再付"));
    }

    @Test
    void it_asks_for_what_is_paid_and_neither_confirmed_nor_returned() {
        paidOut().when(send(B1, HASH, null)).then(new PaymentFileSent(B1, CT, HASH, 2, yuan("100.00")));
        paidOut().and(returned(B1, FIRST, "10.00", "back-1"), confirmed(B1, SECOND, "40.00", "out-1"))
                .when(send(B1, HASH, null)).then(new PaymentFileSent(B1, CT, HASH, 1, yuan("50.00")));
    }

    @Test
    void a_file_goes_to_the_bank_once() {
        paidOut().and(new PaymentFileSent(B1, CT, HASH, 2, yuan("100.00"))).when(send(B1, HASH, null)).thenRefused(PAYMENT_FILE_USED, HASH);
        paidOut().and(new PaymentFileSent(B1, CT, HASH, 2, yuan("100.00"))).when(send(B1, "b".repeat(64), null)).facts();
    }

    @Test
    void of_a_batch_of_which_nothing_is_on_its_way_no_file_is_sent() {
        funded().when(send(B1, HASH, null)).thenRefused(BATCH_UNKNOWN, B1);
        funded().and(approved(B1, FIRST)).when(send(B1, HASH, null)).thenRefused(BATCH_NOT_PAID, B1);
        funded().and(approved(B1, FIRST)).and(paid(B1, FIRST), confirmed(B1, FIRST, "60.00", "out-1"))
                .when(send(B1, HASH, null)).thenRefused(BATCH_NOT_PAID, B1);
        funded().and(approved(B1, FIRST)).and(paid(B1, FIRST), returned(B1, FIRST, "60.00", "back-1"))
                .when(send(B1, HASH, null)).thenRefused(BATCH_NOT_PAID, B1);
    }

    @Test
    void it_is_not_sent_before_its_batch_was_approved() {
        paidOut().when(send(B1, HASH, PAYDAY.minusDays(1))).thenRefused(DATE_BEFORE_BATCH, B1);
    }
}
