package fundtrail.command.recordopeningbalance;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.FUND_BALANCE;
import static fundtrail.contract.Account.RESERVE_CASH;
import static fundtrail.contract.Account.RISK_RESERVE;
import static fundtrail.contract.Account.SETTLEMENT_PAYABLE;
import static fundtrail.contract.Account.SETTLEMENT_RECEIVABLE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.kit.Given;
import fundtrail.command.known.Balances;
import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.OpeningBalanceRecorded;
import fundtrail.contract.fact.OpeningBalanceRecordedRows;
import fundtrail.contract.fact.OpeningBalanceRecordedRows.Row;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordOpeningBalanceTest {
    private static final FundSourceCode RSV = new FundSourceCode("RSV");
    private static final BankAccountId CR = new BankAccountId("CR");

    private static Given registered() {
        return given(institution(H1), institution(H2), source(CEN, Level.CENTRAL), source(RSV, Level.RISK_RESERVE), treasuryAccount(),
                new TreasuryAccountRegistered(CR, DIVISION, Use.RESERVE, "澄湖县财政局", "990077", "虚构银行"), payeeAccount(H1));
    }

    private static RecordOpeningBalance wish(Row... rows) {
        return new RecordOpeningBalance(DAY, DOCUMENT, DIVISION, rows.length,
                Money.sum(List.of(rows).stream().map(Row::amount).toList()), List.of(rows));
    }

    private static Row cash(int row, String yuan) {
        return new Row(row, TREASURY_CASH, YEAR, CEN, null, null, CT, null, null, yuan(yuan), null);
    }

    private static Row reserve(int row, String yuan) {
        return new Row(row, RESERVE_CASH, YEAR, RSV, null, null, CR, null, null, yuan(yuan), null);
    }

    private static Row of(int row, Account account, InstitutionId institution, String yuan) {
        return new Row(row, account, YEAR, CEN, institution, BPH, null, null, null, yuan(yuan), null);
    }

    private static Row unallotted(int row, String yuan) {
        return new Row(row, UNALLOTTED, YEAR, CEN, null, null, null, null, null, yuan(yuan), null);
    }

    private static Row allotment(int row, AllotmentId id, String yuan, String expended) {
        return new Row(row, ALLOTTED, YEAR, CEN, H1, BPH, null, id, CLASSES, yuan(yuan), yuan(expended));
    }

    private static RefusalCode faultOf(Refused refused) {
        return refused.faults().getFirst().why().code();
    }

    private static Given after(RecordOpeningBalance wish) {
        Given given = registered();
        return given.and(given.when(wish).facts().toArray(Fact[]::new));
    }

    @Test
    void every_balance_stands_where_it_belongs() {
        Balances balances = after(wish(cash(1, "40.00"), reserve(2, "7.00"), of(3, ADVANCES, H1, "60.00"),
                of(4, SETTLEMENT_RECEIVABLE, H2, "5.00"), of(5, SETTLEMENT_PAYABLE, H1, "3.00"), unallotted(6, "20.00"),
                allotment(7, CEN_H1, "100.00", "60.00"))).known().balances();
        assertEquals(yuan("40.00"), balances.treasuryCash(DIVISION, YEAR, CEN));
        assertEquals(yuan("7.00"), balances.cashIn(CR));
        assertEquals(yuan("-7.00"), balances.ofSource(RISK_RESERVE, DIVISION, YEAR, RSV));
        Purse source = Purse.of(DIVISION, YEAR, CEN);
        assertEquals(yuan("60.00"), balances.fund(ADVANCES, source.of(H1, BPH)));
        assertEquals(yuan("5.00"), balances.fund(SETTLEMENT_RECEIVABLE, source.of(H2, BPH)));
        assertEquals(yuan("-3.00"), balances.fund(SETTLEMENT_PAYABLE, source.of(H1, BPH)));
        assertEquals(yuan("-102.00"), balances.fund(FUND_BALANCE, source)); // 40 + 60 + 5 − 3
        assertEquals(yuan("20.00"), balances.unallotted(DIVISION, YEAR, CEN));
        assertEquals(yuan("40.00"), balances.available(CEN_H1));
        assertEquals(yuan("120.00"), balances.ofSource(AUTHORITY, DIVISION, YEAR, CEN));
        assertEquals(yuan("-60.00"), balances.ofSource(EXPENDED, DIVISION, YEAR, CEN));
    }

    @Test
    void an_allotment_from_before_pays_what_it_has_left() {
        Given given = after(wish(cash(1, "40.00"), allotment(2, CEN_H1, "100.00", "60.00"))).on(DAY.plusDays(10));
        assertEquals(2, given.when(batch("40.00")).facts().size());
        assertEquals(ALLOTMENT_EXCEEDED, faultOf(given.when(batch("40.01")).refused()));
    }

    private static DisburseBatch batch(String yuan) {
        return new DisburseBatch(null, new BatchId("B1"), DIVISION, CT, null, 1, yuan(yuan), List.of(
                new DisburseBatch.Row(1, PaymentKind.ADVANCE, H1, accountOf(H1), CEN_H1, yuan(yuan), "预拨", null, null)));
    }

    @Test
    void an_allotment_may_be_spent_whole_or_not_at_all_and_no_more() {
        assertEquals(yuan("0.00"), after(wish(allotment(1, CEN_H1, "60.00", "60.00"))).known().balances().available(CEN_H1));
        assertEquals(yuan("60.00"), after(wish(allotment(1, CEN_H1, "60.00", "0.00"))).known().balances().available(CEN_H1));
        assertEquals(OPENING_OVERSPENT, faultOf(registered().when(wish(allotment(1, CEN_H1, "60.00", "60.01"))).refused()));
        assertEquals(OPENING_OVERSPENT, faultOf(registered().when(wish(allotment(1, CEN_H1, "60.00", "-0.01"))).refused()));
    }

    @Test
    void the_books_begin_once_and_before_all_else() {
        after(wish(cash(1, "1.00"))).when(wish(cash(1, "1.00"))).thenRefused(BOOKS_BEGUN, DIVISION);
        registered().and(notified(DIVISION, CEN, "1.00")).when(wish(cash(1, "1.00"))).thenRefused(BOOKS_BEGUN, DIVISION);
    }

    @Test
    void rows_and_control_total_agree() {
        RecordOpeningBalance right = wish(cash(1, "1.00"), unallotted(2, "2.00"));
        registered().when(new RecordOpeningBalance(DAY, DOCUMENT, DIVISION, 3, right.controlTotal(), right.rows()))
                .thenRefused(TOTAL_DIFFERS, DIVISION);
        registered().when(new RecordOpeningBalance(DAY, DOCUMENT, DIVISION, 2, yuan("3.01"), right.rows()))
                .thenRefused(TOTAL_DIFFERS, DIVISION);
    }

    @Test
    void every_row_at_fault_is_named() {
        Row again = new Row(2, TREASURY_CASH, YEAR, CEN, null, null, CT, null, null, yuan("2.00"), null);
        Refused refused = registered().when(wish(cash(1, "1.00"), again, of(3, ADVANCES, new InstitutionId("H9"), "1.00"),
                unallotted(4, "0.00"), new Row(5, RESERVE_CASH, YEAR, CEN, null, null, CR, null, null, yuan("1.00"), null),
                new Row(6, TREASURY_CASH, YEAR, CEN, null, null, CR, null, null, yuan("1.00"), null),
                new Row(7, UNALLOTTED, YEAR, new FundSourceCode("XXX"), null, null, null, null, null, yuan("1.00"), null)))
                .thenRefused(ROWS_REFUSED, DIVISION);
        assertEquals(List.of("2 BALANCE_TWICE", "3 INSTITUTION_UNKNOWN", "4 AMOUNT_NOT_POSITIVE", "5 SOURCE_NOT_RESERVE",
                "6 ACCOUNT_MISMATCH", "7 FUND_SOURCE_UNKNOWN"),
                refused.faults().stream().map(fault -> fault.row() + " " + fault.why().code()).toList());
    }

    @Test
    void a_row_has_what_its_account_knows_and_nothing_else() {
        assertThrows(IllegalArgumentException.class, () -> new Row(1, TREASURY_CASH, YEAR, CEN, null, null, null, null, null, yuan("1.00"), null));
        assertThrows(IllegalArgumentException.class, () -> new Row(1, UNALLOTTED, YEAR, CEN, H1, null, null, null, null, yuan("1.00"), null));
        assertThrows(IllegalArgumentException.class, () -> new Row(1, AUTHORITY, YEAR, CEN, null, null, null, null, null, yuan("1.00"), null));
        assertThrows(IllegalArgumentException.class, () -> wish(cash(2, "1.00"), unallotted(1, "1.00")));
    }

    @Test
    void a_long_list_goes_in_parts_that_fit_an_entry() {
        Row[] rows = IntStream.rangeClosed(1, 400)
                .mapToObj(row -> allotment(row, new AllotmentId("A" + row), "1.00", "0.50"))
                .toArray(Row[]::new);
        List<Fact> facts = registered().when(wish(rows)).facts();
        OpeningBalanceRecorded closing = (OpeningBalanceRecorded) facts.getLast();
        assertEquals(facts.size() - 1, closing.parts());
        assertTrue(closing.parts() > 1);
        assertEquals(400, closing.rowCount());
        int seen = 0;
        for (Fact fact : facts.subList(0, facts.size() - 1)) {
            OpeningBalanceRecordedRows part = (OpeningBalanceRecordedRows) fact;
            seen += part.rows().size();
            assertTrue(Json.canonical(part.rows()).length + Json.canonical(part.lines()).length < 30 * 1024);
        }
        assertEquals(400, seen);
    }

    @Test
    void no_row_is_of_a_year_far_away_or_of_no_class() {
        Row far = new Row(1, UNALLOTTED, YEAR + 2, CEN, null, null, null, null, null, yuan("1.00"), null);
        assertEquals(RefusalCode.BUDGET_YEAR_FAR, faultOf(registered().when(wish(far)).refused()));
        registered().when(wish(new Row(1, UNALLOTTED, YEAR + 1, CEN, null, null, null, null, null, yuan("1.00"), null))).facts();
        Row unclassed = new Row(1, ALLOTTED, YEAR, CEN, H1, BPH, null, CEN_H1, new Classification("9999999", "50502", null), yuan("1.00"), yuan("0.00"));
        assertEquals(RefusalCode.CLASS_UNKNOWN, faultOf(registered().when(wish(unclassed)).refused()));
    }
}
