package fundtrail.command.returnpayment;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Given;
import fundtrail.contract.id.PaymentId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnPaymentTest {
    private static final Row A = row(2, CEN_H1, "60.00");
    private static final PaymentId OF_A = payment(B1, A);

    private static Given paidA() {
        return funded().and(approved(B1, A)).and(paid(B1, A));
    }

    private static ReturnPayment back(String yuan, String bankRef) {
        return new ReturnPayment(null, OF_A, yuan(yuan), bankRef, "户名不符");
    }

    @Test
    void money_may_come_back_whole_or_in_part() {
        paidA().when(back("60.00", "back-1")).then(returned(B1, A, "60.00", "back-1"));
        paidA().when(back("0.01", "back-1")).then(returned(B1, A, "0.01", "back-1"));
    }

    @Test
    void no_more_comes_back_than_is_still_out() {
        Given given = paidA().and(returned(B1, A, "20.00", "back-1"));
        given.when(back("40.00", "back-2")).then(returned(B1, A, "40.00", "back-2"));
        assertEquals(Map.of("paid", "60.00", "returned", "20.00", "left", "40.00", "amount", "40.01"),
                given.when(back("40.01", "back-2")).thenRefused(RETURN_EXCEEDED, OF_A).details());
    }

    @Test
    void money_may_come_back_after_the_bank_has_confirmed_the_payment() {
        paidA().and(confirmed(B1, A, "60.00", "out-1"))
                .when(back("60.00", "back-1")).then(returned(B1, A, "60.00", "back-1"));
    }

    @Test
    void what_came_back_may_be_spent_again() {
        Row again = row(2, CEN_H1, "50.00");
        paidA().and(returned(B1, A, "10.00", "back-1")).when(disburse(B2, again)).then(approved(B2, again));
    }

    @Test
    void only_what_was_paid_comes_back() {
        funded().when(back("1.00", "back-1")).thenRefused(PAYMENT_UNKNOWN, OF_A);
        assertEquals(Map.of("state", "RESERVED"), funded().and(approved(B1, A))
                .when(back("1.00", "back-1")).thenRefused(PAYMENT_NOT_OPEN, OF_A).details());
        assertEquals(Map.of("state", "RELEASED"), funded().and(approved(B1, A)).and(cancelled(B1, A, "填错"))
                .when(back("1.00", "back-1")).thenRefused(PAYMENT_NOT_OPEN, OF_A).details());
    }

    @Test
    void an_amount_of_zero_or_less_is_refused() {
        paidA().when(back("0.00", "back-1")).thenRefused(AMOUNT_NOT_POSITIVE, OF_A);
        paidA().when(back("-1.00", "back-1")).thenRefused(AMOUNT_NOT_POSITIVE, OF_A);
    }

    @Test
    void a_bank_reference_is_used_once() {
        paidA().and(returned(B1, A, "1.00", "back-1")).when(back("1.00", "back-1")).thenRefused(NUMBER_USED, "back-1");
    }

    @Test
    void money_does_not_come_back_before_it_left() {
        assertEquals(Map.of("date", DAY.toString(), "paid", PAYDAY.toString()), paidA()
                .when(new ReturnPayment(DAY, OF_A, yuan("1.00"), "back-1", "户名不符"))
                .thenRefused(DATE_BEFORE_PAYMENT, OF_A).details());
    }
}
