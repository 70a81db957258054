package fundtrail.command.reverseentry;

import static fundtrail.command.decide.RefusalCode.NOT_REVERSIBLE;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Kinds.SUB;
import static fundtrail.command.kit.Kinds.SUB_H1;
import static fundtrail.command.kit.Kinds.inForce;
import static fundtrail.command.kit.Sample.*;
import static fundtrail.command.kit.Settled.closed;
import static fundtrail.command.kit.Settled.settled;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Kinds;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.id.AllotmentId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A payment of any kind is taken back in red, as long as nothing has built on it. */
class ReverseKindsTest {
    private static final Row ADVANCE = row(1, CEN_H1, "60.00");
    private static final Row SETTLEMENT = Kinds.row(1, PaymentKind.SETTLEMENT, CEN_H1, "40.00", null);

    private static Given ruled() {
        return funded().and(inForce(Kinds.RULES), budget(CEN, "100.00"), Kinds.allotted(SUB_H1, SUB, "50502", "100.00"));
    }

    private static Fact paidOut(Given given, Row row) {
        given.and(approved(B1, row));
        Fact paid = given.by(OTHER).when(new ExecuteBatch(null, B1)).facts().getFirst();
        given.and(paid);
        return paid;
    }

    private static ReverseEntry reverse(long position) {
        return new ReverseEntry(null, DOCUMENT, position, "重复执行");
    }

    @Test
    void nothing_is_taken_back_in_a_closed_year() {
        Given given = given(source(CEN), treasuryAccount(), received(CEN, "10.00", "in-1"));
        long receipt = given.last();
        given.and(closed(YEAR)).when(reverse(receipt)).thenRefused(NOT_REVERSIBLE, receipt);
    }

    @Test
    void every_kind_is_reversed_by_its_own_lines_in_red() {
        for (Row row : List.of(ADVANCE, Kinds.capitation(1, CEN_H1, "29.17", 7, "10", 5), Kinds.subsidy("10.00", "EQUIPMENT", null),
                Kinds.task("7.50", "3", "2.5"))) {
            Given given = ruled();
            Fact paid = paidOut(given, row);
            given.when(reverse(given.last())).then(new EntryReversed(
                    given.last(), paid.getClass().getSimpleName(), payment(B1, row), "重复执行", paid.lines().red()));
        }
    }

    @Test
    void a_reversed_row_is_approved_and_unpaid_again_and_its_payable_awaited() {
        Given given = funded().and(settled(YEAR, 1, "40.00", "0.00", "0.00", "0.00"));
        Fact paid = paidOut(given, SETTLEMENT);
        given.and(new EntryReversed(given.last(), "SettlementPaid", payment(B1, SETTLEMENT), "重复执行", paid.lines().red()));
        given.when(new ExecuteBatch(null, B1)).then(paid);
        assertEquals("PAYABLE_EXCEEDED", given.when(disburse(B2, Kinds.row(1, PaymentKind.SETTLEMENT, CEN_H1, "0.01", null))).refused()
                .faults().getFirst().why().code().name());
    }

    @Test
    void an_advance_that_a_settlement_has_cleared_stays() {
        Given given = funded();
        paidOut(given, ADVANCE);
        long position = given.last();
        given.and(settled(YEAR, 1, "55.00", "0.00", "60.00", "0.00"));
        assertEquals("SETTLED", given.when(reverse(position)).thenRefused(NOT_REVERSIBLE, position).details().get("why"));
    }

    @Test
    void a_settlement_payment_that_turned_out_too_much_stays() {
        Given given = funded().and(settled(YEAR, 1, "40.00", "0.00", "0.00", "0.00"));
        paidOut(given, SETTLEMENT);
        long position = given.last();
        given.and(settled(YEAR, 2, "30.00", "40.00", "0.00", "40.00"));
        assertEquals("SETTLED", given.when(reverse(position)).thenRefused(NOT_REVERSIBLE, position).details().get("why"));
    }

    @Test
    void a_payment_whose_authority_a_refund_gave_back_stays_though_as_much_is_advanced_since() {
        AllotmentId second = new AllotmentId("CEN-H1-2");
        Given given = funded().and(budget(CEN, "100.00"), Kinds.allotted(second, BPH, "50502", "100.00"));
        paidOut(given, ADVANCE);
        long position = given.last();
        given.and(settled(YEAR, 1, "20.00", "0.00", "60.00", "0.00"));
        given.and(given.when(PurchasedYear.refund("H1", "40.00")).facts().getFirst());
        Row again = row(1, second, "70.00");
        given.and(approved(B2, again)).and(paid(B2, again));
        assertEquals("GIVEN_BACK", given.when(reverse(position)).thenRefused(NOT_REVERSIBLE, position).details().get("why"));
    }

    @Test
    void a_payment_out_of_a_closed_years_allotment_stays() {
        Given given = ruled();
        paidOut(given, Kinds.subsidy("10.00", "EQUIPMENT", null));
        long position = given.last();
        given.and(closed(YEAR));
        assertEquals("YEAR_CLOSED", given.when(reverse(position)).thenRefused(NOT_REVERSIBLE, position).details().get("why"));
    }
}
