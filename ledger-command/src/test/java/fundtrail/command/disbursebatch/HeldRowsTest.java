package fundtrail.command.disbursebatch;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.decide.Decision.RowFault;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.kit.Given;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a hold stops, and what one that holds back an amount lets pass. H1 has 200.00 of authority, H2 has 100.00. */
class HeldRowsTest {
    private static final HoldId OTHER_HOLD = new HoldId("hold-2");
    private static final ProgrammeCode OTHER_PROGRAMME = new ProgrammeCode("FMD");

    private static void assertHeld(Given given, HoldId by, int row, Row... rows) {
        List<RowFault> faults = given.when(disburse(B1, rows)).thenRefused(ROWS_REFUSED, B1).faults();
        assertEquals(List.of(row + " institution HOLD_ACTIVE H1"), faults.stream()
                .map(fault -> fault.row() + " " + fault.field() + " " + fault.why().code() + " " + fault.why().subject())
                .toList());
        assertEquals(Map.of("hold", by.value(), "reviewOn", PAYDAY.plusDays(30).toString(), "expiresOn", PAYDAY.plusDays(60).toString()),
                faults.getFirst().why().details());
    }

    private static PaymentHoldPlaced of(ProgrammeCode programme, PaymentHoldPlaced hold) {
        return new PaymentHoldPlaced(hold.hold(), hold.institution(), programme, hold.amount(), hold.legalBasis(),
                hold.reviewOn(), hold.expiresOn());
    }

    @Test
    void a_hold_stops_every_payment_to_its_institution_and_to_no_other() {
        assertHeld(funded().and(hold(HOLD, H1, null)), HOLD, 2, row(2, CEN_H1, "0.01"), row(3, CEN_H2, "100.00"));
    }

    @Test
    void a_hold_on_one_programme_stops_payments_of_that_programme_only() {
        Row row = row(2, CEN_H1, "1.00");
        assertHeld(funded().and(of(BPH, hold(HOLD, H1, null))), HOLD, 2, row);
        funded().and(of(OTHER_PROGRAMME, hold(HOLD, H1, null))).when(disburse(B1, row)).then(approved(B1, row));
    }

    @Test
    void a_hold_stops_nothing_once_released_or_after_its_last_day() {
        Row row = row(2, CEN_H1, "1.00");
        funded().and(hold(HOLD, H1, null), new PaymentHoldReleased(HOLD, H1, "已查清"))
                .when(disburse(B1, row)).then(approved(B1, row));
        Given held = funded().and(hold(HOLD, H1, null));
        assertHeld(held.on(PAYDAY.plusDays(60)), HOLD, 2, row);
        held.on(PAYDAY.plusDays(61)).when(disburse(B1, row)).then(approved(B1, row));
        held.when(new DisburseBatch(PAYDAY, B1, DIVISION, CT, null, 1, row.amount(), List.of(row))).then(approved(B1, row));
    }

    @Test
    void a_hold_on_an_amount_lets_the_rest_be_paid_to_the_last_fen() {
        Row rest = row(2, CEN_H1, "70.00");
        Given held = funded().and(hold(HOLD, H1, "130.00"));
        held.when(disburse(B1, rest)).then(approved(B1, rest));
        assertHeld(held, HOLD, 2, row(2, CEN_H1, "70.01"));
    }

    @Test
    void what_earlier_rows_of_the_batch_take_is_no_longer_there_to_be_held_back() {
        assertHeld(funded().and(hold(HOLD, H1, "130.00")), HOLD, 3, row(2, CEN_H1, "50.00"), row(3, CTY_H1, "20.01"));
    }

    @Test
    void that_is_so_for_a_hold_on_one_programme_too() {
        assertHeld(funded().and(of(BPH, hold(HOLD, H1, "130.00"))), HOLD, 3, row(2, CEN_H1, "50.00"), row(3, CTY_H1, "20.01"));
    }

    @Test
    void authority_reserved_by_another_batch_still_covers_a_hold_until_it_is_paid() {
        Row row = row(2, CTY_H1, "70.00");
        Row other = row(2, CEN_H1, "60.00");
        Given reserved = funded().and(hold(HOLD, H1, "130.00")).and(approved(B2, other));
        reserved.when(disburse(B1, row)).then(approved(B1, row));
        assertHeld(reserved.and(paid(B2, other)), HOLD, 2, row(2, CTY_H1, "10.01"));
    }

    @Test
    void what_two_holds_hold_back_adds_up() {
        Given held = funded().and(hold(HOLD, H1, "100.00"), of(BPH, hold(OTHER_HOLD, H1, "30.00")));
        Row rest = row(2, CEN_H1, "70.00");
        held.when(disburse(B1, rest)).then(approved(B1, rest));
        assertHeld(held, HOLD, 2, row(2, CEN_H1, "70.01"));
    }

    @Test
    void a_hold_on_an_amount_of_another_programme_is_met_by_that_programme() {
        Row row = row(2, CEN_H1, "100.00");
        funded().and(of(OTHER_PROGRAMME, hold(HOLD, H1, "1000.00"))).when(disburse(B1, row)).then(approved(B1, row));
    }

    @Test
    void a_hold_is_told_before_a_want_of_authority() {
        assertHeld(funded().and(hold(HOLD, H1, null)), HOLD, 2, row(2, CEN_H1, "100.01"));
    }
}
