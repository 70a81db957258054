package fundtrail.command.recordsettlementrefund;

import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_SETTLEMENT;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.REFUND_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;
import static fundtrail.command.kit.PurchasedYear.refund;
import static fundtrail.command.kit.PurchasedYear.reopening;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.CTY;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.accountOf;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.posting.PaymentPostings;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.fact.SettlementPaid;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.PaymentId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordSettlementRefundTest {
    /** 10.00 of CEN and 5.00 of CTY are owed back; CTY was paid out of two allotments. */
    private static PurchasedYear owing() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00 CTY 50.00").advanced("H1 CEN 60.00 CTY 30.00")
                .standard("1000.00", "1000", "1").earned("H1", "75", "90", "75.00").planned();
        year.settled("H1", "75.00");
        return year;
    }

    private static List<String> lines(Fact fact) {
        return fact.lines().list().stream().map(line -> line.account() + " " + line.fundSource() + " " + line.signed()
                + (line.allotment() == null ? "" : " " + line.allotment())).toList();
    }

    @Test
    void cash_comes_in_and_authority_is_there_again() {
        SettlementRefundReceived fact = (SettlementRefundReceived) owing().does(refund("H1", "15.00")).getFirst();
        assertEquals(List.of(new SourceAmount(CEN, yuan("10.00")), new SourceAmount(CTY, yuan("5.00"))), fact.bySource());
        assertEquals(List.of("TREASURY_CASH CEN 10.00", "SETTLEMENT_RECEIVABLE CEN -10.00", "TREASURY_CASH CTY 5.00", "SETTLEMENT_RECEIVABLE CTY -5.00",
                "EXPENDED CEN 10.00 CEN-H1", "ALLOTTED CEN -10.00 CEN-H1", "EXPENDED CTY 5.00 CTY-H1", "ALLOTTED CTY -5.00 CTY-H1"), lines(fact));
    }

    @Test
    void part_of_it_is_shared_out_by_what_is_outstanding() {
        SettlementRefundReceived fact = (SettlementRefundReceived) owing().does(refund("H1", "0.01")).getFirst();
        assertEquals(List.of(new SourceAmount(CEN, yuan("0.01"))), fact.bySource());
    }

    @Test
    void no_more_comes_back_than_is_owed() {
        PurchasedYear year = owing();
        year.ledger().when(refund("H1", "15.01")).thenRefused(REFUND_EXCEEDED, "H1 BPH 2026");
        year.does(refund("H1", "14.99"));
        year.ledger().when(refund("H1", "0.02")).thenRefused(REFUND_EXCEEDED, "H1 BPH 2026");
        assertEquals(1, year.does(refund("H1", "0.01")).size());
    }

    @Test
    void once_the_year_is_closed_the_authority_is_withdrawn() {
        PurchasedYear year = owing();
        year.ledger().and(closed()).on(DAY.plusYears(1));
        assertTrue(lines(year.does(refund("H1", "15.00")).getFirst()).contains("WITHDRAWN CEN -10.00 CEN-H1"));
    }

    @Test
    void what_was_paid_out_of_a_later_years_allotment_goes_back_to_that() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00 CTY 50.00").carried("H1 CEN 60.00")
                .standard("1000.00", "1000", "1").earned("H1", "75", "90", "75.00").planned();
        year.settled("H1", "75.00");
        year.ledger().and(closed()).on(DAY.plusYears(1));
        year.ledger().and(paidOut(year, new AllotmentId("CEN-H1-next"), "50.00"));
        year.does(reopening("H1"));
        year.scored("H1", "60", "67.50").planned().settled("H1", "67.50");
        List<String> lines = lines(year.does(refund("H1", "5.00")).getFirst());
        assertEquals(List.of("EXPENDED CEN 5.00 CEN-H1-next", "ALLOTTED CEN -5.00 CEN-H1-next"), lines.subList(2, lines.size()));
    }

    @Test
    void once_the_year_is_closed_a_revision_is_an_adjustment_of_a_prior_year() {
        PurchasedYear year = owing();
        year.ledger().and(closed()).on(DAY.plusYears(1));
        year.does(reopening("H1"));
        year.scored("H1", "60", "67.50").planned();
        SettlementFinalized second = year.settled("H1", "67.50");
        assertEquals("PRIOR_YEAR_ADJUSTMENT CEN -5.00", lines(second).getFirst());
    }

    /** What the year still owed, paid out of a later allotment. */
    private static Fact[] paidOut(PurchasedYear year, AllotmentId allotment, String yuan) {
        Purse later = year.ledger().known().allotments().get(allotment).purse();
        Money amount = yuan(yuan);
        BatchId batch = new BatchId("B-later");
        PaymentId payment = new PaymentId("B-later.1");
        return new Fact[] {
            new DisbursementBatchApprovedRows(batch, 1, List.of(new DisbursementBatchApprovedRows.Row(1, payment, PaymentKind.SETTLEMENT,
                    later.institution(), accountOf(later.institution()), allotment, amount, "清算", null, null, PaymentBasis.settled(YEAR))),
                    new Lines(PostingRules.reserved(later, amount))),
            new DisbursementBatchApproved(batch, DIVISION, CT, 1, 1, amount, "0".repeat(64), null),
            new SettlementPaid(payment, batch, 1, later.institution(), later.institution(), accountOf(later.institution()), allotment, CT,
                    amount, "清算", YEAR, PaymentPostings.paid(PaymentKind.SETTLEMENT, later, PurchasedYear.purse("H1", "CEN"), CT, amount))
        };
    }

    private static Fact closed() {
        return new YearClosed(DIVISION, YEAR, 0, 0, "0".repeat(64), List.of());
    }

    @Test
    void a_bank_reference_an_account_and_a_settlement_are_what_they_should_be() {
        PurchasedYear year = owing();
        year.does(refund("H1", "1.00"));
        year.ledger().when(refund("H1", "1.00")).thenRefused(NUMBER_USED, "refund-1.00");
        year.ledger().when(refund("H1", "0.00")).thenRefused(AMOUNT_NOT_POSITIVE, H1);
        year.ledger().when(new RecordSettlementRefund(null, H1, BPH, YEAR, new BankAccountId("XX"), "r", yuan("1.00"))).thenRefused(TREASURY_ACCOUNT_UNKNOWN, "XX");
        year.ledger().when(new RecordSettlementRefund(null, H2, BPH, YEAR, CT, "r", yuan("1.00"))).thenRefused(SETTLEMENT_UNKNOWN, "H2 BPH 2026");
        year.ledger().when(new RecordSettlementRefund(DAY.minusDays(1), H1, BPH, YEAR, CT, "r", yuan("1.00"))).thenRefused(DATE_BEFORE_SETTLEMENT, "H1 BPH 2026");
    }
}
