package fundtrail.command.returnpayment;

import static fundtrail.command.kit.Batches.*;
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
import fundtrail.contract.Fact;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that comes back goes to where the payment stands now. */
class ReturnKindsTest {
    private static final Row ADVANCE = row(1, CEN_H1, "60.00");
    private static final Row SUBSIDY = Kinds.subsidy("10.00", "EQUIPMENT", null);
    private static final Row TASK = Kinds.task("7.50", "3", "2.5");
    private static final Row SETTLEMENT = Kinds.row(1, PaymentKind.SETTLEMENT, CEN_H1, "40.00", null);

    private static Given paidOut(Given given, Row row) {
        given.and(approved(B1, row));
        Fact paid = given.by(OTHER).when(new ExecuteBatch(null, B1)).facts().getFirst();
        return given.and(paid);
    }

    private static Given ruled() {
        return funded().and(inForce(Kinds.RULES), budget(CEN, "100.00"), Kinds.allotted(SUB_H1, SUB, "50502", "100.00"));
    }

    private static List<String> back(Given given, String yuan) {
        return given.when(new ReturnPayment(null, payment(B1, ADVANCE), yuan(yuan), "back-1", "户名不符")).facts().getFirst().lines().list()
                .stream().map(line -> line.account() + " " + line.budgetYear() + " " + line.signed()).toList();
    }

    @Test
    void an_expense_is_taken_back() {
        assertEquals(List.of("TREASURY_CASH 2026 10.00", "SUBSIDY_EXPENSE 2026 -10.00", "EXPENDED 2026 10.00", "ALLOTTED 2026 -10.00"),
                back(paidOut(ruled(), SUBSIDY), "10.00"));
        assertEquals(List.of("TREASURY_CASH 2026 7.50", "PROGRAM_EXPENSE 2026 -7.50", "EXPENDED 2026 7.50", "ALLOTTED 2026 -7.50"),
                back(paidOut(ruled(), TASK), "7.50"));
    }

    @Test
    void an_expense_of_a_closed_year_is_an_adjustment_of_a_prior_year_and_its_authority_is_gone() {
        assertEquals(List.of("TREASURY_CASH 2026 10.00", "PRIOR_YEAR_ADJUSTMENT 2026 -10.00", "EXPENDED 2026 10.00", "WITHDRAWN 2026 -10.00"),
                back(paidOut(ruled(), SUBSIDY).and(closed(YEAR)).on(LocalDate.of(YEAR + 1, 1, 5)), "10.00"));
    }

    @Test
    void an_advance_that_was_settled_comes_back_to_what_is_owed_and_the_rest_is_payable_again() {
        // 60.00 advanced, 55.00 earned: 5.00 receivable; then all 60.00 come back
        assertEquals(List.of("TREASURY_CASH 2026 60.00", "SETTLEMENT_RECEIVABLE 2026 -5.00", "SETTLEMENT_PAYABLE 2026 -55.00",
                        "EXPENDED 2026 60.00", "ALLOTTED 2026 -60.00"),
                back(paidOut(funded(), ADVANCE).and(settled(YEAR, 1, "55.00", "0.00", "60.00", "0.00")), "60.00"));
        assertEquals(List.of("TREASURY_CASH 2026 5.00", "SETTLEMENT_RECEIVABLE 2026 -5.00", "EXPENDED 2026 5.00", "ALLOTTED 2026 -5.00"),
                back(paidOut(funded(), ADVANCE).and(settled(YEAR, 1, "55.00", "0.00", "60.00", "0.00")), "5.00"));
    }

    @Test
    void before_the_settlement_an_advance_comes_back_to_advances() {
        assertEquals(List.of("TREASURY_CASH 2026 60.00", "ADVANCES 2026 -60.00", "EXPENDED 2026 60.00", "ALLOTTED 2026 -60.00"),
                back(paidOut(funded(), ADVANCE), "60.00"));
    }

    @Test
    void a_settlement_payment_that_comes_back_is_payable_again() {
        Given given = funded().and(settled(YEAR, 1, "40.00", "0.00", "0.00", "0.00"));
        assertEquals(List.of("TREASURY_CASH 2026 40.00", "SETTLEMENT_PAYABLE 2026 -40.00", "EXPENDED 2026 40.00", "ALLOTTED 2026 -40.00"),
                back(paidOut(given, SETTLEMENT), "40.00"));
    }

    @Test
    void of_a_payment_that_turned_out_too_much_what_comes_back_first_settles_that() {
        Given given = paidOut(funded().and(settled(YEAR, 1, "40.00", "0.00", "0.00", "0.00")), SETTLEMENT)
                .and(settled(YEAR, 2, "30.00", "40.00", "0.00", "40.00"));
        assertEquals(List.of("TREASURY_CASH 2026 40.00", "SETTLEMENT_RECEIVABLE 2026 -10.00", "SETTLEMENT_PAYABLE 2026 -30.00",
                "EXPENDED 2026 40.00", "ALLOTTED 2026 -40.00"), back(given, "40.00"));
    }

    @Test
    void a_closed_years_settlement_payment_comes_back_with_the_opposite_year_pair() {
        Row row = Kinds.row(1, PaymentKind.SETTLEMENT, CEN_H1, "40.00", PaymentBasis.settled(YEAR - 1));
        Given given = funded().and(settled(YEAR - 1, 1, "40.00", "0.00", "0.00", "0.00"), closed(YEAR - 1));
        assertEquals(List.of("TREASURY_CASH 2026 40.00", "SETTLEMENT_PAYABLE 2025 -40.00", "EXPENDED 2026 40.00", "ALLOTTED 2026 -40.00",
                "FUND_BALANCE 2025 40.00", "FUND_BALANCE 2026 -40.00"), back(paidOut(given, row), "40.00"));
    }

    @Test
    void after_it_was_confirmed_it_is_still_known_which_year_it_settled() {
        Row row = Kinds.row(1, PaymentKind.SETTLEMENT, CEN_H1, "40.00", PaymentBasis.settled(YEAR - 1));
        Given given = paidOut(funded().and(settled(YEAR - 1, 1, "40.00", "0.00", "0.00", "0.00"), closed(YEAR - 1)), row)
                .and(confirmed(B1, row, "40.00", "out-1"));
        assertEquals("SETTLEMENT_PAYABLE 2025 -1.00", back(given, "1.00").get(1));
    }
}
