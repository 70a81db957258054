package fundtrail.command.returnpayment;

import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.PurchasedYear.refund;
import static fundtrail.command.kit.Sample.*;
import static fundtrail.command.kit.Settled.settled;
import static fundtrail.command.kit.Settled.standing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Kinds;
import fundtrail.contract.Account;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refunded and what the bank returns never take an allotment's expenditure below zero together. */
class ReturnAfterRefundTest {
    private static final AllotmentId SECOND = new AllotmentId("CEN-H1-2");
    private static final Row TASK = Kinds.task("40.00", "16", "2.5");
    private static final Row ADVANCE = row(1, SECOND, "60.00");

    /** H1 had 40.00 for a directed task and 60.00 ahead; it earned 20.00 and owes 40.00. */
    private static Given owing() {
        Given given = funded().and(Kinds.inForce(Kinds.RULES), budget(CEN, "100.00"), Kinds.allotted(SECOND, BPH, "50502", "100.00"))
                .and(approved(B1, TASK)).and(approved(B2, ADVANCE)).by(OTHER);
        for (BatchId batch : List.of(B1, B2)) {
            given.and(given.when(new ExecuteBatch(null, batch)).facts().getFirst());
        }
        return given.and(settled(YEAR, 1, "20.00", "0.00", "60.00", "0.00"));
    }

    private static ReturnPayment back(BatchId batch, Row row, String yuan) {
        return new ReturnPayment(null, payment(batch, row), yuan(yuan), "back-1", "户名不符");
    }

    @Test
    void a_refund_gives_authority_back_to_what_advanced_the_money_and_not_to_what_paid_a_task() {
        Given given = owing();
        SettlementRefundReceived refunded = (SettlementRefundReceived) given.when(refund("H1", "40.00")).facts().getFirst();
        assertEquals(List.of("CEN-H1-2 40.00"), refunded.lines().list().stream().filter(line -> line.account() == Account.EXPENDED)
                .map(line -> line.allotment() + " " + line.signed()).toList());
        given.and(refunded).and(given.when(back(B1, TASK, "40.00")).facts().getFirst());
        assertEquals(yuan("0.00"), given.known().balances().expended(CEN_H1));
        assertEquals(yuan("20.00"), given.known().balances().expended(SECOND));
    }

    @Test
    void what_the_bank_returns_of_money_already_refunded_is_owed_to_the_institution_and_gives_no_authority_twice() {
        Given given = owing();
        given.and(given.when(refund("H1", "40.00")).facts().getFirst());
        given.and(given.when(back(B2, ADVANCE, "60.00")).facts().getFirst());
        assertEquals(yuan("0.00"), given.known().balances().expended(SECOND));
        assertEquals(yuan("100.00"), given.known().balances().available(SECOND));
        assertEquals(yuan("40.00"), given.known().balances().expended(CEN_H1));
        assertEquals(yuan("-60.00"), standing(given, Account.SETTLEMENT_PAYABLE, YEAR));
        assertEquals(yuan("0.00"), standing(given, Account.SETTLEMENT_RECEIVABLE, YEAR));
    }

    @Test
    void what_a_refund_gave_back_to_another_allotment_comes_back_from_there() {
        Row first = row(1, CEN_H1, "30.00");
        Given given = funded().and(budget(CEN, "100.00"), Kinds.allotted(SECOND, BPH, "50502", "100.00"))
                .and(approved(B1, first)).and(approved(B2, ADVANCE)).by(OTHER);
        for (BatchId batch : List.of(B1, B2)) {
            given.and(given.when(new ExecuteBatch(null, batch)).facts().getFirst());
        }
        given.and(settled(YEAR, 1, "50.00", "0.00", "90.00", "0.00"));
        given.and(given.when(refund("H1", "40.00")).facts().getFirst());
        assertEquals(yuan("0.00"), given.known().balances().expended(CEN_H1));
        assertEquals(yuan("50.00"), given.known().balances().expended(SECOND));
        given.and(given.when(back(B1, first, "30.00")).facts().getFirst());
        assertEquals(yuan("0.00"), given.known().balances().expended(CEN_H1));
        assertEquals(yuan("20.00"), given.known().balances().expended(SECOND));
    }
}
