package fundtrail.command.moveyearcash;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;

import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.posting.YearPostings;
import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.YearCashMoved;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.id.BankAccountId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveYearCashTest {
    private static Given hundredInCash() {
        return given(source(CEN), source(CTY), treasuryAccount(), received(CEN, "100.00", "in-1"), received(CTY, "50.00", "in-2"));
    }

    private static MoveYearCash wish(int from, int to, String yuan) {
        return new MoveYearCash(DAY, DOCUMENT, DIVISION, CEN, CT, from, to, yuan(yuan));
    }

    @Test
    void the_last_fen_of_the_sources_cash_may_be_moved() {
        hundredInCash().when(wish(YEAR, YEAR + 1, "100.00")).then(new YearCashMoved(DIVISION, CEN, CT, YEAR, YEAR + 1,
                yuan("100.00"), YearPostings.cashMoved(Purse.of(DIVISION, YEAR, CEN), CT, YEAR + 1, yuan("100.00"))));
    }

    @Test
    void cash_of_another_source_in_the_same_account_does_not_help() {
        hundredInCash().when(wish(YEAR, YEAR + 1, "100.01")).thenRefused(CASH_EXCEEDED, CT);
    }

    @Test
    void it_may_leave_a_closed_year_and_enters_none_that_owes_nothing() {
        YearClosed closed = new YearClosed(DIVISION, YEAR, 0, 0, "0".repeat(64), List.of());
        hundredInCash().and(closed).on(DAY.plusYears(1))
                .when(new MoveYearCash(null, DOCUMENT, DIVISION, CEN, CT, YEAR, YEAR + 1, yuan("1.00")))
                .facts();
        hundredInCash().and(closed).on(DAY.plusYears(1))
                .when(new MoveYearCash(null, DOCUMENT, DIVISION, CEN, CT, YEAR - 1, YEAR, yuan("1.00")))
                .thenRefused(YEAR_CLOSED, YEAR);
    }

    @Test
    void a_closed_year_takes_as_much_as_it_owes_after_an_appeal() {
        Purse cen = Purse.of(DIVISION, YEAR - 1, CEN);
        FundReceived owing = new FundReceived(DIVISION, YEAR - 1, CEN, CT, "books-1", yuan("1.00"), Lines.of(
                Line.debit(Account.RECOVERY_OF_EXPENSE, cen.of(H1, BPH), yuan("20.00")),
                Line.credit(Account.REFUND_DUE, cen.of(H1, BPH), yuan("20.00"))));
        Given given = hundredInCash().and(owing, new YearClosed(DIVISION, YEAR - 1, 0, 0, "0".repeat(64), List.of()));
        given.when(wish(YEAR, YEAR - 1, "20.01")).thenRefused(YEAR_CLOSED, YEAR - 1);
        given.when(wish(YEAR, YEAR - 1, "20.00")).then(new YearCashMoved(DIVISION, CEN, CT, YEAR, YEAR - 1,
                yuan("20.00"), YearPostings.cashMoved(Purse.of(DIVISION, YEAR, CEN), CT, YEAR - 1, yuan("20.00"))));
    }

    @Test
    void what_was_moved_too_much_comes_back() {
        Given given = hundredInCash();
        ClaimedBack.does(given, wish(YEAR, YEAR + 1, "100.00"));
        ClaimedBack.does(given, wish(YEAR + 1, YEAR, "30.00"));
        given.when(wish(YEAR, YEAR + 1, "30.01")).thenRefused(CASH_EXCEEDED, CT);
    }

    @Test
    void what_does_not_exist_is_named() {
        hundredInCash().when(new MoveYearCash(DAY, DOCUMENT, DIVISION, CEN, new BankAccountId("XX"), YEAR, YEAR + 1, yuan("1.00")))
                .thenRefused(TREASURY_ACCOUNT_UNKNOWN, "XX");
        hundredInCash().when(wish(YEAR, YEAR + 1, "0.00")).thenRefused(AMOUNT_NOT_POSITIVE, CEN);
    }

    @Test
    void what_one_account_holds_of_the_source_is_not_moved_when_another_lacks_it() {
        BankAccountId second = new BankAccountId("CT2");
        Purse cen = Purse.of(DIVISION, YEAR, CEN);
        YearCashMoved overdrawn = new YearCashMoved(DIVISION, CEN, second, YEAR, YEAR + 1, yuan("100.00"),
                YearPostings.cashMoved(cen, second, YEAR + 1, yuan("100.00")));
        hundredInCash().and(overdrawn).when(wish(YEAR, YEAR + 1, "0.01")).thenRefused(CASH_EXCEEDED, CEN);
    }
}
