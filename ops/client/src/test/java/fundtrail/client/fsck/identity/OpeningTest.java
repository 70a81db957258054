package fundtrail.client.fsck.identity;

import static fundtrail.client.fsck.identity.Made.A1;
import static fundtrail.client.fsck.identity.Made.ALLOTMENT;
import static fundtrail.client.fsck.identity.Made.BSP;
import static fundtrail.client.fsck.identity.Made.CEN;
import static fundtrail.client.fsck.identity.Made.COUNTY;
import static fundtrail.client.fsck.identity.Made.CT;
import static fundtrail.client.fsck.identity.Made.H1;
import static fundtrail.client.fsck.identity.Made.OWNER;
import static fundtrail.client.fsck.identity.Made.SOURCE;
import static fundtrail.client.fsck.identity.Made.YEAR;
import static fundtrail.client.fsck.identity.Made.batch;
import static fundtrail.client.fsck.identity.Made.broken;
import static fundtrail.client.fsck.identity.Made.hold;
import static fundtrail.client.fsck.identity.Made.lines;
import static fundtrail.client.fsck.identity.Made.moved;
import static fundtrail.client.fsck.identity.Made.paid;
import static fundtrail.client.fsck.identity.Made.yuan;
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

import fundtrail.contract.Account;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.fact.OpeningBalanceRecordedRows;
import fundtrail.contract.fact.OpeningBalanceRecordedRows.Row;
import fundtrail.contract.id.BankAccountId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a division begins with is what its rows say, account by account, and is spent as if it had come since. */
class OpeningTest {
    private static final BankAccountId CR = new BankAccountId("CR");
    private static final Purse BEFORE = OWNER.ofYear(YEAR - 1);
    private static final Purse SOURCE_BEFORE = SOURCE.ofYear(YEAR - 1);

    /** Rows of every account, each with its lines; what is booked of one may be another amount. */
    private static Fact opening(Account another, String amount) {
        List<Line> lines = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(1, TREASURY_CASH, YEAR, CEN, null, null, CT, null, null, yuan("50.00"), null));
        lines.addAll(moved(TREASURY_CASH, SOURCE.in(CT), FUND_BALANCE, SOURCE, of(TREASURY_CASH, "50.00", another, amount)));
        rows.add(new Row(2, RESERVE_CASH, YEAR, CEN, null, null, CR, null, null, yuan("5.00"), null));
        lines.addAll(moved(RESERVE_CASH, SOURCE.in(CR), RISK_RESERVE, SOURCE, of(RESERVE_CASH, "5.00", another, amount)));
        rows.add(new Row(3, ADVANCES, YEAR, CEN, H1, BSP, null, null, null, yuan("7.00"), null));
        lines.addAll(moved(ADVANCES, OWNER, FUND_BALANCE, SOURCE, of(ADVANCES, "7.00", another, amount)));
        rows.add(new Row(4, SETTLEMENT_PAYABLE, YEAR - 1, CEN, H1, BSP, null, null, null, yuan("3.00"), null));
        lines.addAll(moved(FUND_BALANCE, SOURCE_BEFORE, SETTLEMENT_PAYABLE, BEFORE, of(SETTLEMENT_PAYABLE, "3.00", another, amount)));
        rows.add(new Row(5, SETTLEMENT_RECEIVABLE, YEAR, CEN, H1, BSP, null, null, null, yuan("2.00"), null));
        lines.addAll(moved(SETTLEMENT_RECEIVABLE, OWNER, FUND_BALANCE, SOURCE, of(SETTLEMENT_RECEIVABLE, "2.00", another, amount)));
        rows.add(new Row(6, UNALLOTTED, YEAR, CEN, null, null, null, null, null, yuan("9.00"), null));
        lines.addAll(moved(AUTHORITY, SOURCE, UNALLOTTED, SOURCE, of(UNALLOTTED, "9.00", another, amount)));
        rows.add(new Row(7, ALLOTTED, YEAR, CEN, H1, BSP, null, A1, new Classification("2100408", "50502", null), yuan("60.00"), yuan("7.00")));
        lines.addAll(moved(AUTHORITY, SOURCE, ALLOTTED, ALLOTMENT, of(ALLOTTED, "53.00", another, amount)));
        lines.addAll(moved(AUTHORITY, SOURCE, EXPENDED, ALLOTMENT, "7.00"));
        return new OpeningBalanceRecordedRows(COUNTY, 1, rows, lines(lines));
    }

    private static String of(Account account, String right, Account another, String amount) {
        return account == another ? amount : right;
    }

    @Test
    void what_was_there_is_spent_as_what_came() {
        hold(List.of(opening(null, null), batch("B1", "40.00", "40.00", "40.00")[0]), paid("B1", "40.00"));
    }

    @Test
    void each_account_begins_with_what_its_row_says() {
        broken("TREASURY_CASH = received", List.of(), opening(TREASURY_CASH, "50.01"));
        broken("RESERVE_CASH by account", List.of(), opening(RESERVE_CASH, "5.01"));
        broken("ADVANCES = paid", List.of(), opening(ADVANCES, "7.01"));
        broken("paid − returned", List.of(), opening(SETTLEMENT_PAYABLE, "3.01"));
        broken("paid − returned", List.of(), opening(SETTLEMENT_RECEIVABLE, "2.01"));
        broken("AUTHORITY = approved", List.of(), opening(UNALLOTTED, "9.01"));
        broken("AUTHORITY = approved", List.of(), opening(ALLOTTED, "53.01"));
    }
}
