package fundtrail.command.closeyear;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static fundtrail.contract.Account.FUND_BALANCE;
import static fundtrail.contract.Account.INFLOW;
import static fundtrail.contract.Account.PROGRAM_EXPENSE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.Given;
import fundtrail.command.posting.YearPostings;
import fundtrail.contract.Digest;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetLapsed;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.FundReceived;
import fundtrail.contract.fact.YearClosed;
import fundtrail.contract.fact.YearClosed.SourceBalance;
import fundtrail.contract.fact.YearClosedRows;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CloseYearTest {
    private static final LocalDate LAST_DAY = LocalDate.of(YEAR, 12, 31);
    private static final Purse OF_CEN = Purse.of(DIVISION, YEAR, CEN);

    private static CloseYear wish(int year) {
        return new CloseYear(null, DOCUMENT, DIVISION, year);
    }

    private static Given atYearEnd(Fact... facts) {
        return given(institution(H1), source(CEN), source(CTY), treasuryAccount()).and(facts).on(LAST_DAY);
    }

    /** What an expense leaves in the books, whichever fact posted it. */
    private static Fact expense(Purse purse, String yuan) {
        return new EntryReversed(0, "FundReceived", null, "test", Lines.of(
                debit(PROGRAM_EXPENSE, purse.of(H1, BPH), yuan(yuan)), credit(TREASURY_CASH, purse.in(CT), yuan(yuan))));
    }

    private static YearClosed closed(int year) {
        return new YearClosed(DIVISION, year, 0, 0, Digest.sha256(Json.canonical(List.of())), List.of());
    }

    @Test
    void each_flow_is_carried_to_the_fund_balance_of_its_own_source() {
        List<Line> lines = List.of(
                debit(INFLOW, OF_CEN, yuan("100.00")), credit(FUND_BALANCE, OF_CEN, yuan("100.00")),
                credit(PROGRAM_EXPENSE, OF_CEN.of(H1, BPH), yuan("60.00")), debit(FUND_BALANCE, OF_CEN, yuan("60.00")));
        atYearEnd(received(CEN, "100.00", "in-1"), expense(OF_CEN, "60.00")).when(wish(YEAR)).then(
                new YearClosedRows(DIVISION, YEAR, 1, new Lines(lines)),
                new YearClosed(DIVISION, YEAR, 1, 2, Digest.sha256(Json.canonical(lines)),
                        List.of(new SourceBalance(CEN, yuan("-40.00")))));
    }

    @Test
    void a_flow_that_came_to_an_earlier_year_after_its_close_is_closed_in_that_year() {
        Purse before = Purse.of(DIVISION, YEAR - 1, CEN);
        List<Fact> facts = atYearEnd(closed(YEAR - 1), expense(before, "5.00")).when(wish(YEAR)).facts();
        assertEquals(List.of(credit(PROGRAM_EXPENSE, before.of(H1, BPH), yuan("5.00")), debit(FUND_BALANCE, before, yuan("5.00"))),
                facts.getFirst().lines().list());
        assertEquals(List.of(), ((YearClosed) facts.getLast()).fundBalances());
    }

    @Test
    void flows_of_a_later_year_stay() {
        FundReceived next = new FundReceived(DIVISION, YEAR + 1, CEN, CT, "in-9", yuan("7.00"), Lines.of(
                debit(TREASURY_CASH, OF_CEN.ofYear(YEAR + 1).in(CT), yuan("7.00")), credit(INFLOW, OF_CEN.ofYear(YEAR + 1), yuan("7.00"))));
        atYearEnd(next).when(wish(YEAR)).then(closed(YEAR));
    }

    @Test
    void a_year_without_a_flow_is_closed_without_lines() {
        atYearEnd().when(wish(YEAR)).then(closed(YEAR));
    }

    @Test
    void a_fen_of_authority_that_is_left_is_named() {
        atYearEnd(budget(CEN, "0.01")).when(wish(YEAR)).thenRefused(AUTHORITY_REMAINS, YEAR);
        assertEquals("[CEN-H1]", atYearEnd(budget(CEN, "0.01"), allotted(CEN_H1, H1, CEN, "0.01")).when(wish(YEAR))
                .thenRefused(AUTHORITY_REMAINS, YEAR).details().get("allotments"));
        atYearEnd(budget(CEN, "0.01"), new BudgetLapsed(DIVISION, YEAR, CEN, null, yuan("0.01"),
                YearPostings.lapsed(OF_CEN, yuan("0.01")))).when(wish(YEAR)).facts();
    }

    @Test
    void years_are_closed_one_after_the_other_and_each_once() {
        Purse before = Purse.of(DIVISION, YEAR - 1, CEN);
        atYearEnd(expense(before, "5.00")).when(wish(YEAR)).thenRefused(EARLIER_YEAR_OPEN, YEAR);
        atYearEnd(closed(YEAR)).on(LAST_DAY.plusDays(1)).when(wish(YEAR)).thenRefused(YEAR_CLOSED, YEAR);
    }

    @Test
    void a_year_is_closed_on_its_last_day_at_the_earliest() {
        atYearEnd().on(LAST_DAY.minusDays(1)).when(wish(YEAR)).thenRefused(YEAR_NOT_OVER, YEAR);
        atYearEnd().on(LAST_DAY.plusDays(9)).when(new CloseYear(LAST_DAY, DOCUMENT, DIVISION, YEAR)).facts();
    }

    @Test
    void it_is_closed_to_what_comes_later() {
        Given given = atYearEnd(closed(YEAR));
        assertTrue(given.known().years().isClosed(DIVISION, YEAR));
        assertFalse(given.known().years().isClosed(DIVISION, YEAR + 1));
    }

    @Test
    void closing_lines_beyond_one_entry_go_in_parts_that_each_balance() {
        Given given = atYearEnd();
        IntStream.range(0, 300).forEach(i -> given.and(expense(
                Purse.of(DIVISION, YEAR, new FundSourceCode("S" + i)), "1.00")));
        List<Fact> facts = given.when(wish(YEAR)).facts();
        assertTrue(facts.size() > 3, facts.size() + " facts");
        YearClosed closed = (YearClosed) facts.getLast();
        assertEquals(facts.size() - 1, closed.parts());
        assertEquals(300, closed.rowCount());
        assertEquals(600, facts.stream().mapToInt(fact -> fact.lines().list().size()).sum());
    }

    @Test
    void a_year_before_a_closed_one_is_closed_whether_or_not_anything_was_posted_in_it() {
        atYearEnd(closed(YEAR)).on(LAST_DAY.plusDays(1)).when(wish(YEAR - 1)).thenRefused(YEAR_CLOSED, YEAR - 1);
    }
}
