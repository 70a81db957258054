package fundtrail.command.disbursebatch;

import static fundtrail.command.decide.RefusalCode.HELD_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.REVERSAL_BREAKS_LATER;
import static fundtrail.command.decide.RefusalCode.ROWS_REFUSED;
import static fundtrail.command.decide.RefusalCode.TRANCHE_MISMATCH;
import static fundtrail.command.decide.RefusalCode.TRANCHE_UNKNOWN;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.B2;
import static fundtrail.command.kit.Batches.CEN_H2;
import static fundtrail.command.kit.Batches.CTY_H1;
import static fundtrail.command.kit.Batches.PAYDAY;
import static fundtrail.command.kit.Batches.allottedAndUnfunded;
import static fundtrail.command.kit.Batches.payment;
import static fundtrail.command.kit.Batches.row;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.TRANCHE;
import static fundtrail.command.kit.Sample.notified;
import static fundtrail.command.kit.Sample.received;
import static fundtrail.command.kit.Sample.transferred;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fundtrail.command.cancelbatch.CancelBatch;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.known.Transfers.Tranche;
import fundtrail.command.memory.MemoryText;
import fundtrail.command.returnpayment.ReturnPayment;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.TrancheId;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 60.00 of a tranche of CEN have arrived, all that was notified; H1 and H2 have more to spend of CEN, and there is more cash. */
class TrancheBatchTest {
    private static Given arrived() {
        return allottedAndUnfunded().and(notified(DIVISION, CEN, "60.00"), transferred(DIVISION, CEN, CT, PAYDAY, "60.00", "in-1"),
                received(CEN, "100.00", "in-2")).by(TESTER);
    }

    private static DisburseBatch wish(BatchId batch, TrancheId tranche, Row... rows) {
        return new DisburseBatch(null, batch, DIVISION, CT, tranche, null, rows.length,
                Money.sum(List.of(rows).stream().map(Row::amount).toList()), List.of(rows));
    }

    private static Given carriedOut(Given given, DisburseBatch wish) {
        given.when(wish).facts().forEach(given::and);
        return given;
    }

    private static Tranche tranche(Given given) {
        return given.known().transfers().tranche(DIVISION, TRANCHE);
    }

    @Test
    void its_facts_name_the_tranche_and_the_last_fen_of_it_may_be_paid() {
        List<Fact> facts = arrived().when(wish(B1, TRANCHE, row(1, CEN_H1, "20.00"), row(2, CEN_H2, "40.00"))).facts();
        assertEquals(TRANCHE, ((DisbursementBatchApprovedRows) facts.getFirst()).tranche());
        assertEquals(TRANCHE, ((DisbursementBatchApproved) facts.getLast()).tranche());
        arrived().when(wish(B1, TRANCHE, row(1, CEN_H1, "20.00"), row(2, CEN_H2, "40.01"))).thenRecorded(HELD_EXCEEDED, TRANCHE);
        arrived().when(wish(B1, null, row(1, CEN_H1, "60.01"))).facts();
    }

    @Test
    void what_one_batch_was_promised_no_other_pays() {
        Given given = carriedOut(arrived(), wish(B1, TRANCHE, row(1, CEN_H1, "40.00")));
        assertEquals("20.00", given.when(wish(B2, TRANCHE, row(1, CEN_H2, "20.01"))).thenRecorded(HELD_EXCEEDED, TRANCHE).details().get("held"));
        given.when(wish(B2, TRANCHE, row(1, CEN_H2, "20.00"))).facts();
    }

    @Test
    void it_is_complete_once_all_that_came_is_paid() {
        Given given = carriedOut(arrived(), wish(B1, TRANCHE, row(1, CEN_H1, "60.00")));
        given.by(OTHER).when(new ExecuteBatch(null, B1)).facts().forEach(given::and);
        assertEquals(Money.ZERO, tranche(given).held());
        assertEquals(Money.ZERO, tranche(given).outstanding());
        assertNull(tranche(given).earliestHeld());
    }

    @Test
    void a_row_that_is_released_and_money_that_came_back_can_be_paid_again() {
        Given given = carriedOut(arrived(), wish(B1, TRANCHE, row(1, CEN_H1, "60.00")));
        given.when(new CancelBatch(null, B1, "重做", null)).facts().forEach(given::and);
        assertEquals(yuan("60.00"), tranche(given).held());
        Row again = row(1, CEN_H1, "50.00");
        carriedOut(given, wish(B2, TRANCHE, again));
        given.by(OTHER).when(new ExecuteBatch(null, B2)).facts().forEach(given::and);
        ClaimedBack.does(given, new ReturnPayment(null, payment(B2, again), yuan("5.00"), "back-1", "户名不符"));
        assertEquals(yuan("15.00"), tranche(given).held());
    }

    @Test
    void a_payment_reversed_is_still_to_be_paid_of_it() {
        Given given = carriedOut(arrived(), wish(B1, TRANCHE, row(1, CEN_H1, "60.00")));
        given.by(OTHER).when(new ExecuteBatch(null, B1)).facts().forEach(given::and);
        ClaimedBack.does(given, new ReverseEntry(null, DOCUMENT, given.last(), "误付"));
        assertEquals(Money.ZERO, tranche(given).held());
    }

    @Test
    void every_row_is_of_its_source_and_year() {
        Refused refused = arrived().when(wish(B1, TRANCHE, row(1, CEN_H1, "1.00"), row(2, CTY_H1, "1.00"))).thenRefused(ROWS_REFUSED, B1);
        assertEquals(List.of(TRANCHE_MISMATCH), refused.faults().stream().map(fault -> fault.why().code()).toList());
    }

    @Test
    void it_was_notified_to_the_division() {
        TrancheId other = new TrancheId("CEN-2026-2");
        arrived().when(wish(B1, other, row(1, CEN_H1, "1.00"))).thenRefused(TRANCHE_UNKNOWN, other);
    }

    @Test
    void its_receipt_is_not_taken_back_while_its_batches_stand() {
        Given given = arrived();
        long receipt = given.last() - 1;
        carriedOut(given, wish(B1, TRANCHE, row(1, CEN_H1, "40.00"), row(2, CEN_H2, "10.00")));
        assertEquals("[B1.2, B1.1]", given.when(new ReverseEntry(null, DOCUMENT, receipt, "重复"))
                .thenRefused(REVERSAL_BREAKS_LATER, receipt).details().get("payments"));
    }

    @Test
    void what_a_snapshot_keeps_of_it_is_what_was_known() throws IOException {
        Given given = carriedOut(arrived(), wish(B1, TRANCHE, row(1, CEN_H1, "40.00")));
        assertEquals(MemoryText.of(given.known().memory()), MemoryText.of(ClaimedBack.writtenAndRead(given.known()).memory()));
    }
}
