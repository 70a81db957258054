package fundtrail.client.fsck.identity;

import static fundtrail.client.fsck.identity.Made.ALLOTMENT;
import static fundtrail.client.fsck.identity.Made.BSP;
import static fundtrail.client.fsck.identity.Made.CEN;
import static fundtrail.client.fsck.identity.Made.COUNTY;
import static fundtrail.client.fsck.identity.Made.CT;
import static fundtrail.client.fsck.identity.Made.H1;
import static fundtrail.client.fsck.identity.Made.SOURCE;
import static fundtrail.client.fsck.identity.Made.YEAR;
import static fundtrail.client.fsck.identity.Made.advanced;
import static fundtrail.client.fsck.identity.Made.allotted;
import static fundtrail.client.fsck.identity.Made.approved;
import static fundtrail.client.fsck.identity.Made.batch;
import static fundtrail.client.fsck.identity.Made.broken;
import static fundtrail.client.fsck.identity.Made.hold;
import static fundtrail.client.fsck.identity.Made.lines;
import static fundtrail.client.fsck.identity.Made.moved;
import static fundtrail.client.fsck.identity.Made.paid;
import static fundtrail.client.fsck.identity.Made.received;
import static fundtrail.client.fsck.identity.Made.returned;
import static fundtrail.client.fsck.identity.Made.yuan;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.AUTHORITY;
import static fundtrail.contract.Account.CHARGES_INCOME;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.FUND_BALANCE;
import static fundtrail.contract.Account.INFLOW;
import static fundtrail.contract.Account.RESERVED;
import static fundtrail.contract.Account.RESERVE_CASH;
import static fundtrail.contract.Account.RISK_RESERVE;
import static fundtrail.contract.Account.TRANSFER_FROM_RESERVE;
import static fundtrail.contract.Account.TRANSFER_TO_RESERVE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.UNALLOTTED;
import static fundtrail.contract.Account.WITHDRAWN;

import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BankStatementImported;
import fundtrail.contract.fact.BankStatementImportedRows;
import fundtrail.contract.fact.BudgetReduced;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.ReserveInterestReceived;
import fundtrail.contract.fact.RiskReserveContributed;
import fundtrail.contract.fact.RiskReserveDrawn;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.fact.YearClosedRows;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.StatementId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each identity of cash, of the reserve, of authority and of a year's end is found broken where it is. */
class CashAndAuthorityTest {
    private static final FundSourceCode RSV = new FundSourceCode("RSV");
    private static final BankAccountId CR = new BankAccountId("CR");
    private static final Purse RESERVE = Purse.of(COUNTY, YEAR, RSV);
    private static final String HASH = "ab".repeat(32);

    @Test
    void a_year_in_order_passes() {
        hold(advanced(), returned("5.00", "5.00"), batch("B2", "10.00", "10.00", "10.00")[0]);
    }

    @Test
    void cash_is_what_was_received_less_what_was_paid() {
        broken("TREASURY_CASH = received − paid out: 330521 2026 CEN CT", List.of(), received("50.00", "50.01"));
        broken("TREASURY_CASH = received − paid out", advanced().subList(0, 5), paid("B1", "40.00", "40.00", "40.01", "40.00"));
        broken("INFLOW = receipts", List.of(received("50.00", "50.00")),
                new FundReceived(COUNTY, YEAR, CEN, CT, "in", yuan("1.00"), lines(moved(TREASURY_CASH, SOURCE.in(CT), INFLOW, SOURCE, "1.00"),
                        moved(INFLOW, SOURCE, TRANSFER_TO_RESERVE, SOURCE, "0.01"))));
    }

    @Test
    void no_cash_is_below_zero() {
        List<Fact> little = List.of(approved("100.00", "100.00"), allotted("60.00", "60.00"), received("39.99", "39.99"), batch("B1", "40.00", "40.00", "40.00")[0]);
        broken("cash of a source ≥ 0", little, paid("B1", "40.00"));
        broken("cash in a bank account ≥ 0", List.of(approved("9.00", "9.00"), received("5.00", "5.00")),
                contributed("1.00", "1.00", "1.00", new BankAccountId("CT2")));
    }

    private static ReserveInterestReceived interest(String amount, String booked) {
        return new ReserveInterestReceived(COUNTY, YEAR, CR, "int", yuan(amount), lines(moved(RESERVE_CASH, RESERVE.in(CR), RISK_RESERVE, RESERVE, booked)));
    }

    private static RiskReserveContributed contributed(String amount, String out, String in) {
        return contributed(amount, out, in, CT);
    }

    private static RiskReserveContributed contributed(String amount, String out, String in, BankAccountId from) {
        return new RiskReserveContributed(COUNTY, YEAR, RiskReserveContributed.Contributor.GOVERNMENT, CEN, null, yuan(amount), from, CR, null, null, lines(
                moved(TRANSFER_TO_RESERVE, SOURCE, TREASURY_CASH, SOURCE.in(from), out), moved(RESERVE_CASH, RESERVE.in(CR), RISK_RESERVE, RESERVE, in),
                moved(UNALLOTTED, SOURCE, EXPENDED, SOURCE, amount)));
    }

    private static RiskReserveDrawn drawn(String amount, String transfer) {
        Purse allotment = RESERVE.of(H1, BSP).under(new AllotmentId("D1"));
        Lines lines = lines(moved(TREASURY_CASH, RESERVE.in(CT), RESERVE_CASH, RESERVE.in(CR), amount),
                moved(RISK_RESERVE, RESERVE, TRANSFER_FROM_RESERVE, RESERVE, amount), moved(AUTHORITY, RESERVE, ALLOTTED, allotment, amount),
                transfer == null ? List.of() : moved(TRANSFER_FROM_RESERVE, RESERVE, CHARGES_INCOME, RESERVE, transfer));
        return new RiskReserveDrawn(new DrawId("D1"), COUNTY, BSP, YEAR, 1, H1, new AllotmentId("D1"), RSV, null, yuan(amount), CR, CT, lines);
    }

    @Test
    void the_reserve_is_contributions_and_interest_less_draws_and_lies_in_its_account() {
        hold(List.of(approved("9.00", "9.00"), received("9.00", "9.00"), contributed("5.00", "5.00", "5.00"), interest("1.00", "1.00")), drawn("6.00", null));
        broken("RESERVE_CASH by account", List.of(), interest("1.00", "1.01"));
        broken("TREASURY_CASH = received − paid out", List.of(approved("9.00", "9.00"), received("9.00", "9.00")), contributed("5.00", "5.01", "5.00"));
        broken("TRANSFER_FROM_RESERVE = draws", List.of(interest("6.00", "6.00")), drawn("6.00", "0.01"));
        broken("cash in a bank account ≥ 0", List.of(interest("5.00", "5.00")), drawn("5.01", null));
        broken("RISK_RESERVE = contributions", List.of(), new ReserveInterestReceived(COUNTY, YEAR, CR, "int", yuan("1.00"),
                lines(moved(RESERVE_CASH, RESERVE.in(CR), CHARGES_INCOME, RESERVE, "1.00"))));
        broken("RISK_RESERVE ≥ 0", List.of(new FundReceived(COUNTY, YEAR, CEN, CR, "in", yuan("9.00"),
                lines(moved(TREASURY_CASH, SOURCE.in(CR), INFLOW, SOURCE, "9.00")))), drawn("1.00", null));
        broken("TRANSFER_TO_RESERVE = the government's contributions", List.of(approved("9.00", "9.00"), received("9.00", "9.00")), given());
    }

    /** 5.00 of the government, and 0.01 of which nothing is said. */
    private static RiskReserveContributed given() {
        return new RiskReserveContributed(COUNTY, YEAR, RiskReserveContributed.Contributor.GOVERNMENT, CEN, null, yuan("5.00"), CT, CR, null, null,
                contributed("5.00", "5.00", "5.00").lines().and(moved(TRANSFER_TO_RESERVE, SOURCE, CHARGES_INCOME, SOURCE, "0.01")));
    }

    @Test
    void authority_is_what_was_approved_and_each_account_what_became_of_it() {
        broken("AUTHORITY = approved", List.of(), approved("100.00", "100.01"));
        broken("UNALLOTTED = authority", List.of(approved("100.00", "100.00")), allotted("60.00", "59.99"));
        broken("ALLOTTED = allotted", advanced().subList(0, 3), batch("B1", "40.00", "40.01", "40.01")[0]);
        broken("RESERVED = approved rows", advanced(), reduced("1.00", moved(RESERVED, ALLOTMENT, WITHDRAWN, SOURCE, "0.01")));
        broken("EXPENDED = paid", advanced(), reduced("1.00", moved(EXPENDED, ALLOTMENT, WITHDRAWN, SOURCE, "0.01")));
        broken("WITHDRAWN = reduced", advanced(), reduced("1.00", moved(WITHDRAWN, SOURCE, WITHDRAWN, ALLOTMENT, "0.01")));
    }

    /** With lines of which the amount says nothing. */
    private static BudgetReduced reduced(String amount, List<Line> more) {
        return new BudgetReduced(COUNTY, YEAR, CEN, null, yuan(amount), lines(moved(UNALLOTTED, SOURCE, WITHDRAWN, SOURCE, amount), more));
    }

    @Test
    void nothing_of_an_allotment_is_below_zero() {
        broken("UNALLOTTED ≥ 0", List.of(approved("59.99", "59.99")), allotted("60.00", "60.00"));
        broken("what is available of an allotment ≥ 0", advanced(), batch("B2", "20.01", "20.01", "20.01")[0]);
        List<Fact> rich = new ArrayList<>(advanced());
        rich.add(received("90.00", "90.00"));
        broken("what is reserved of an allotment ≥ 0", rich, paid("B1", "40.00"));
        rich.add(returned("40.00", "40.00"));
        broken("what an allotment has spent ≥ 0", rich, returned("5.00", "5.00"));
        broken("what is withdrawn of an allotment ≥ 0", advanced(), reduced("-1.00", List.of()));
    }

    @Test
    void with_what_the_bank_returns_as_much_authority_comes_back() {
        broken("with what a bank returns as much authority comes back: B1.1", advanced(), returned("5.00", "4.99"));
    }

    @Test
    void a_batch_is_its_rows_and_a_payment_its_row() {
        broken("a batch's rows are its control total: B1", advanced().subList(0, 3), batch("B1", "40.00", "40.00", "40.01"));
        broken("a payment is the approved row it executes: B1.1", advanced().subList(0, 5), paid("B1", "39.99"));
        broken("a payment is the approved row it executes: B9.1", advanced(), paid("B9", "1.00"));
    }

    @Test
    void a_reversal_is_its_original_in_red() {
        Lines red = received("50.00", "50.00").lines().red();
        hold(List.of(received("50.00", "50.00")), new EntryReversed(0, "FundReceived", null, "错记", red));
        broken("a reversal's lines are those of what it reverses, in red: #0", List.of(received("50.00", "50.00")),
                new EntryReversed(0, "FundReceived", null, "错记", received("50.00", "49.99").lines().red()));
    }

    @Test
    void a_closed_year_has_no_flows_and_the_fund_balances_it_says() {
        Fact rows = new YearClosedRows(COUNTY, YEAR, 1, lines(moved(INFLOW, SOURCE, FUND_BALANCE, SOURCE, "50.00")));
        hold(List.of(received("50.00", "50.00"), rows), closed("-50.00"));
        broken("a closed year has no flows: 330521 2026 CEN INFLOW", List.of(received("50.00", "50.00")), closed("0.00"));
        broken("FUND_BALANCE is what the year's close says", List.of(received("50.00", "50.00"), rows), closed("-49.99"));
        broken("only a year's end, cash of another year and opening balances go to FUND_BALANCE", List.of(),
                new FundReceived(COUNTY, YEAR, CEN, CT, "in", yuan("1.00"), lines(moved(TREASURY_CASH, SOURCE.in(CT), FUND_BALANCE, SOURCE, "1.00"))));
    }

    private static YearClosed closed(String fundBalance) {
        return new YearClosed(COUNTY, YEAR, 1, 1, HASH, List.of(new YearClosed.SourceBalance(CEN, yuan(fundBalance))));
    }

    @Test
    void a_bank_statement_adds_up_and_begins_where_the_last_one_ended() {
        hold(List.of(), statement("S1", "0.00", "5.00"));
        broken("a bank statement's closing balance is its opening one and its rows: CT S1", List.of(), statement("S1", "0.00", "5.01"));
        broken("a bank statement opens at what the last one closed at: CT S2", List.of(statement("S1", "0.00", "5.00")), statement("S2", "5.01", "10.01"));
    }

    /** With one row of 5.00. */
    private static Fact[] statement(String id, String opening, String closing) {
        StatementId statement = new StatementId(id);
        return new Fact[] {
            new BankStatementImportedRows(statement, CT, COUNTY, 1,
                    List.of(new BankStatementImportedRows.Row(1, LocalDate.of(2026, 1, 5), null, yuan("5.00"), null))),
            new BankStatementImported(statement, CT, COUNTY, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), yuan(opening), yuan(closing), 1, 1, HASH, null)
        };
    }
}
