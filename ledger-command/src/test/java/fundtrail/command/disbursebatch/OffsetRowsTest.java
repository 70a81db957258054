package fundtrail.command.disbursebatch;

import static fundtrail.command.decide.RefusalCode.ALLOTMENT_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.NOT_DEMANDED;
import static fundtrail.command.decide.RefusalCode.OFFSET_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.OFFSET_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.OUTSTANDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.OUTSTANDING_PROMISED;
import static fundtrail.command.decide.RefusalCode.ROWS_REFUSED;
import static fundtrail.command.decide.RefusalCode.STAY_ACTIVE;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.B2;
import static fundtrail.command.kit.Batches.CEN_H2;
import static fundtrail.command.kit.Batches.CTY_H1;
import static fundtrail.command.kit.Batches.PAYDAY;
import static fundtrail.command.kit.Batches.disburse;
import static fundtrail.command.kit.Batches.funded;
import static fundtrail.command.kit.Batches.offset;
import static fundtrail.command.kit.Batches.row;
import static fundtrail.command.kit.ClaimedBack.CB;
import static fundtrail.command.kit.ClaimedBack.CH;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.accrueinterest.AccrueInterest;
import fundtrail.command.cancelbatch.CancelBatch;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.issuerecoverydemand.IssueRecoveryDemand;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Kinds;
import fundtrail.command.writeoffclawback.WriteOffClawback;
import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.ClawbackAmount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.PaymentRules;
import fundtrail.contract.fact.RecoveryDemandIssued;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import java.util.stream.Stream;

/** Rows that are set off against the 40.00 that H1 owes; from their approval on that much of it is promised to them. */
class OffsetRowsTest {
    private static Given owing() {
        return funded().and(ClaimedBack.accounts()).and(ClaimedBack.determined(H1, "CEN 30.00 CTY 10.00"));
    }

    private static void refused(RefusalCode code, Object subject, Given given, Row... rows) {
        Refused refused = given.when(disburse(B1, rows)).thenRefused(ROWS_REFUSED, B1);
        assertEquals(List.of(code + " " + subject), refused.faults().stream().map(one -> one.why().code() + " " + one.why().subject()).toList());
        assertTrue(refused.faults().stream().allMatch(one -> one.row() == rows[rows.length - 1].row()));
    }

    @Test
    void a_row_is_approved_with_what_it_is_set_off_against_and_reserves_its_whole_amount() {
        DisbursementBatchApprovedRows approved = (DisbursementBatchApprovedRows) owing()
                .when(disburse(B1, offset(row(1, CTY_H1, "60.00"), "40.00"))).facts().getFirst();
        assertEquals(List.of(new ClawbackAmount(CB, yuan("40.00"))), approved.rows().getFirst().offsets());
        assertEquals(List.of("ALLOTTED CTY 60.00", "RESERVED CTY -60.00"), ClaimedBack.lines(approved));
    }

    @Test
    void nothing_but_an_existing_claw_back_from_the_same_institution_determined_by_then() {
        Row unknown = new Row(1, row(1, CTY_H1, "60.00").kind(), H1, row(1, CTY_H1, "60.00").payeeAccount(), CTY_H1, yuan("60.00"), "预拨",
                null, null, null, List.of(new ClawbackAmount(new ClawbackId("CB-9"), yuan("1.00"))));
        refused(CLAWBACK_UNKNOWN, "CB-9", owing(), unknown);
        refused(OFFSET_ELSEWHERE, CB, owing(), offset(row(1, CEN_H2, "60.00"), "1.00"));
        Given later = funded().on(PAYDAY.plusDays(3)).and(ClaimedBack.determined(H1, "CEN 30.00")).on(PAYDAY.plusDays(5));
        DisburseBatch dated = disburse(B1, offset(row(1, CTY_H1, "60.00"), "1.00"));
        assertEquals(DATE_BEFORE_DETERMINATION, later.when(new DisburseBatch(PAYDAY.plusDays(2), B1, dated.division(), dated.bankAccount(), null,
                dated.rowCount(), dated.controlTotal(), dated.rows())).thenRefused(ROWS_REFUSED, B1).faults().getFirst().why().code());
    }

    @Test
    void a_stay_stops_offset_demand_and_interest_but_not_what_is_paid_of_ones_own_accord() {
        Given given = owing().and(ClaimedBack.source("GEN", Level.GENERAL_TREASURY, RestitutionTarget.TREASURY));
        ClaimedBack.does(given, new FileAppeal(null, H1, CB, null, true, "属实"));
        refused(STAY_ACTIVE, CB, given, offset(row(1, CTY_H1, "60.00"), "1.00"));
        given.when(new IssueRecoveryDemand(null, DOCUMENT, CB, yuan("40.00"), PAYDAY.plusDays(30))).thenRefused(STAY_ACTIVE, CB);
        given.when(new AccrueInterest(null, DOCUMENT, new ChargeId("INT-1"), H1, new FundSourceCode("GEN"), yuan("1.00"), "追缴通知书", CB))
                .thenRefused(STAY_ACTIVE, CB);
        given.when(ClaimedBack.recovery("1.00", "in-9")).facts();
    }

    @Test
    void nothing_is_set_off_against_what_has_not_been_demanded() {
        Fact[] undemanded = Stream.of(ClaimedBack.determined(H1, "CEN 30.00 CTY 10.00"))
                .filter(fact -> !(fact instanceof RecoveryDemandIssued)).toArray(Fact[]::new);
        refused(NOT_DEMANDED, CB, funded().and(ClaimedBack.accounts()).and(undemanded), offset(row(1, CTY_H1, "60.00"), "1.00"));
    }

    @Test
    void an_appeal_without_a_stay_stops_no_offset() {
        Given given = owing();
        ClaimedBack.does(given, new FileAppeal(null, H1, CB, null, false, "属实"));
        given.when(disburse(B1, offset(row(1, CTY_H1, "60.00"), "40.00"))).facts();
    }

    @Test
    void not_a_fen_more_than_is_outstanding() {
        refused(OUTSTANDING_EXCEEDED, CB, owing(), offset(row(1, CTY_H1, "60.00"), "40.01"));
        owing().when(disburse(B1, offset(row(1, CTY_H1, "60.00"), "40.00"))).facts();
    }

    @Test
    void what_one_row_takes_is_not_left_for_the_next() {
        refused(OUTSTANDING_PROMISED, CB, owing(), offset(row(1, CTY_H1, "60.00"), "30.00"), offset(row(2, CEN_H1, "60.00"), "10.01"));
        owing().when(disburse(B1, offset(row(1, CTY_H1, "60.00"), "30.00"), offset(row(2, CEN_H1, "60.00"), "10.00"))).facts();
    }

    @Test
    void a_row_at_fault_takes_nothing_of_what_is_outstanding() {
        Refused refused = owing().when(disburse(B1, offset(row(1, CTY_H1, "100.01"), "30.00"), offset(row(2, CEN_H1, "60.00"), "40.00")))
                .thenRefused(ROWS_REFUSED, B1);
        assertEquals(List.of(ALLOTMENT_EXCEEDED), refused.faults().stream().map(one -> one.why().code()).toList());
    }

    @Test
    void from_its_approval_on_no_offset_recovery_or_write_off_takes_the_last_fen_it_is_promised() {
        Given given = owing();
        given.when(disburse(B1, offset(row(1, CTY_H1, "60.00"), "39.99"))).facts().forEach(given::and);
        assertEquals(OUTSTANDING_PROMISED, given.when(disburse(B2, offset(row(1, CEN_H1, "59.00"), "0.02")))
                .thenRefused(ROWS_REFUSED, B2).faults().getFirst().why().code());
        given.when(ClaimedBack.recovery("0.02", "in-9")).thenRefused(OUTSTANDING_PROMISED, CB);
        given.when(new WriteOffClawback(null, DOCUMENT, CB, yuan("0.02"), "无财产")).thenRefused(OUTSTANDING_PROMISED, CB);
        given.when(ClaimedBack.recovery("40.01", "in-9")).thenRefused(OUTSTANDING_EXCEEDED, CB);
        ClaimedBack.does(given, ClaimedBack.recovery("0.01", "in-9"));
        given.when(new WriteOffClawback(null, DOCUMENT, CB, yuan("0.01"), "无财产")).thenRefused(OUTSTANDING_PROMISED, CB);
        given.when(new CancelBatch(null, B1, "改为现金缴回", null)).facts().forEach(given::and);
        ClaimedBack.does(given, ClaimedBack.recovery("39.99", "in-10"));
        assertEquals(yuan("40.00"), given.known().balances().cashIn(CH));
    }

    @Test
    void not_more_than_the_payment_nor_than_the_rules_share_of_it() {
        refused(OFFSET_EXCEEDED, CTY_H1, owing(), offset(row(1, CTY_H1, "39.99"), "40.00"));
        owing().when(disburse(B1, offset(row(1, CTY_H1, "40.00"), "40.00"))).facts();
        Given capped = owing().and(Kinds.inForce(new PaymentRules(List.of(), List.of(), List.of(), null, null, List.of(), Fraction.parse("1/3"))));
        refused(OFFSET_EXCEEDED, CTY_H1, capped, offset(row(1, CTY_H1, "100.00"), "33.34"));
        capped.when(disburse(B1, offset(row(1, CTY_H1, "100.00"), "33.33"))).facts();
    }

    @Test
    void a_row_names_a_claw_back_once_and_few_of_them() {
        ClawbackAmount one = new ClawbackAmount(CB, yuan("1.00"));
        assertThrows(IllegalArgumentException.class, () -> ClawbackAmount.carried(List.of(one, one)));
        assertThrows(IllegalArgumentException.class, () -> ClawbackAmount.carried(List.of(one,
                new ClawbackAmount(new ClawbackId("B"), yuan("1.00")), new ClawbackAmount(new ClawbackId("C"), yuan("1.00")),
                new ClawbackAmount(new ClawbackId("D"), yuan("1.00")), new ClawbackAmount(new ClawbackId("E"), yuan("1.00")))));
        assertThrows(IllegalArgumentException.class, () -> new ClawbackAmount(CB, yuan("0.00")));
    }
}
