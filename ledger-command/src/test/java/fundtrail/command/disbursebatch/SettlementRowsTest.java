package fundtrail.command.disbursebatch;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.*;
import static fundtrail.command.kit.Kinds.inForce;
import static fundtrail.command.kit.Sample.*;
import static fundtrail.command.kit.Settled.closed;
import static fundtrail.command.kit.Settled.settled;
import static fundtrail.contract.Account.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Kinds;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.AgreementSigned;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.PaymentRules;
import fundtrail.contract.fact.SettlementPaid;
import fundtrail.contract.id.AgreementId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a settlement found payable is paid by rows of its own, and nothing is advanced for a year that is settled. */
class SettlementRowsTest {
    private static Row settlement(int number, String yuan, Integer year) {
        return Kinds.row(number, PaymentKind.SETTLEMENT, CEN_H1, yuan, year == null ? null : PaymentBasis.settled(year));
    }

    private static void refused(RefusalCode code, Given given, Row... rows) {
        Refused refused = given.when(disburse(B2, rows)).refused();
        assertEquals(code, refused.faults().getLast().why().code());
    }

    private static SettlementPaid paid(Given given, Row row) {
        return (SettlementPaid) given.and(approved(B1, row)).by(OTHER).when(new ExecuteBatch(null, B1)).facts().getFirst();
    }

    @Test
    void the_payable_is_paid_to_the_last_fen_and_not_beyond() {
        Given given = funded().and(settled(YEAR, 1, "40.00", "0.00", "0.00", "0.00"));
        given.when(disburse(B2, settlement(1, "40.00", null))).facts();
        given.when(disburse(B2, settlement(1, "15.00", null), settlement(2, "25.00", null))).facts();
        refused(PAYABLE_EXCEEDED, given, settlement(1, "40.01", null));
        refused(PAYABLE_EXCEEDED, given, settlement(1, "15.00", null), settlement(2, "25.01", null));
    }

    @Test
    void what_other_rows_will_take_of_it_is_taken_until_they_are_cancelled() {
        Row open = settlement(1, "30.00", null);
        Given given = funded().and(settled(YEAR, 1, "40.00", "0.00", "0.00", "0.00")).and(approved(B1, open));
        refused(PAYABLE_EXCEEDED, given, settlement(1, "10.01", null));
        given.when(disburse(B2, settlement(1, "10.00", null))).facts();
        given.and(cancelled(B1, open, "改月再付")).when(disburse(B2, settlement(1, "40.00", null))).facts();
    }

    @Test
    void a_settlement_payment_clears_the_payable_of_its_own_year() {
        Given given = funded().and(settled(YEAR, 1, "40.00", "0.00", "0.00", "0.00"));
        SettlementPaid fact = paid(given, settlement(1, "40.00", null));
        assertEquals(YEAR, fact.settledYear());
        assertEquals(List.of("SETTLEMENT_PAYABLE 2026 40.00", "TREASURY_CASH 2026 -40.00", "RESERVED 2026 40.00", "EXPENDED 2026 -40.00"),
                lines(fact));
    }

    @Test
    void a_closed_years_settlement_is_paid_from_a_later_allotment_and_fund_balance_completes_both_years() {
        Given given = funded().and(settled(YEAR - 1, 1, "40.00", "0.00", "0.00", "0.00"));
        refused(SETTLED_YEAR_MISMATCH, given, settlement(1, "40.00", YEAR - 1));
        given.and(closed(YEAR - 1));
        refused(PAYABLE_EXCEEDED, given, settlement(1, "40.01", YEAR - 1));
        var row = (DisbursementBatchApprovedRows) given.when(disburse(B2, settlement(1, "40.00", YEAR - 1))).facts().getFirst();
        assertEquals(PaymentBasis.settled(YEAR - 1), row.rows().getFirst().basis());
        SettlementPaid fact = paid(given, settlement(1, "40.00", YEAR - 1));
        assertEquals(YEAR - 1, fact.settledYear());
        assertEquals(List.of("SETTLEMENT_PAYABLE 2025 40.00", "TREASURY_CASH 2026 -40.00", "RESERVED 2026 40.00", "EXPENDED 2026 -40.00",
                "FUND_BALANCE 2025 -40.00", "FUND_BALANCE 2026 40.00"), lines(fact));
    }

    @Test
    void the_year_of_the_allotment_need_not_be_named_and_is_not_recorded() {
        Given given = funded().and(settled(YEAR, 1, "40.00", "0.00", "0.00", "0.00"));
        var row = (DisbursementBatchApprovedRows) given.when(disburse(B2, settlement(1, "40.00", YEAR))).facts().getFirst();
        assertEquals(null, row.rows().getFirst().basis());
    }

    @Test
    void a_row_that_a_later_revision_leaves_unpayable_is_released_instead_of_paid() {
        Row row = settlement(1, "40.00", null);
        Given given = funded().and(settled(YEAR, 1, "40.00", "0.00", "0.00", "0.00")).and(approved(B1, row))
                .and(settled(YEAR, 2, "39.99", "40.00", "0.00", "0.00"));
        given.by(OTHER).when(new ExecuteBatch(null, B1)).then(fundtrail.command.kit.Batches.refused(B1, row, PAYABLE_EXCEEDED, null));
    }

    @Test
    void nothing_is_advanced_for_a_settled_year_not_even_what_was_approved_before() {
        Row ahead = row(1, CEN_H1, "10.00");
        Given given = funded().and(approved(B1, ahead)).and(settled(YEAR, 1, "40.00", "0.00", "0.00", "0.00"));
        refused(SETTLEMENT_FINAL, given, row(1, CEN_H1, "1.00"));
        given.by(OTHER).when(new ExecuteBatch(null, B1)).then(fundtrail.command.kit.Batches.refused(B1, ahead, SETTLEMENT_FINAL, null));
    }

    @Test
    void where_the_rules_ask_for_an_agreement_nothing_is_advanced_before_it_is_signed() {
        PaymentRules asked = new PaymentRules(List.of(), List.of(), List.of(), null, null, List.of(BPH));
        Given given = funded().and(inForce(asked));
        refused(AGREEMENT_MISSING, given, row(1, CEN_H1, "1.00"));
        refused(AGREEMENT_MISSING, given, Kinds.capitation(1, CEN_H1, "1.00", 1, "1", 12));
        Fact agreement = new AgreementSigned(new AgreementId("A1"), DIVISION, H1, BPH, YEAR, DAY, DAY.plusYears(1), null, null);
        given.and(agreement).when(disburse(B2, row(1, CEN_H1, "1.00"))).facts();
    }

    private static List<String> lines(Fact fact) {
        return fact.lines().list().stream().map(line -> line.account() + " " + line.budgetYear() + " " + line.signed()).toList();
    }
}
