package fundtrail.command.returnreservedraw;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.approved;
import static fundtrail.command.kit.Batches.paid;
import static fundtrail.command.kit.Batches.row;
import static fundtrail.command.kit.Reserve.CR;
import static fundtrail.command.kit.Reserve.D1;
import static fundtrail.command.kit.Reserve.RSV_H1;
import static fundtrail.command.kit.Sample.*;
import static fundtrail.command.kit.Settled.closed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.Given;
import fundtrail.command.kit.Reserve;
import fundtrail.command.posting.ReservePostings;
import fundtrail.command.posting.YearPostings;
import fundtrail.contract.Fact;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetCarriedForward;
import fundtrail.contract.fact.RiskReserveDrawReturned;
import fundtrail.contract.fact.YearCashMoved;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DrawId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The unused part of a draw goes back, in red. */
class ReturnReserveDrawTest {
    private static final AllotmentId NEXT = new AllotmentId("RSV-H1-next");

    private static Given drawn() {
        return Given.given(institution(H1), Reserve.source(), treasuryAccount(), Reserve.account(), payeeAccount(H1),
                Reserve.contributed("100.00", "gift-1"), Reserve.drawn("60.00"));
    }

    private static ReturnReserveDraw giveBack(String yuan) {
        return new ReturnReserveDraw(null, DOCUMENT, D1, null, yuan(yuan), "未使用");
    }

    private static RiskReserveDrawReturned returned(long draw, String yuan) {
        return new RiskReserveDrawReturned(D1, draw, H1, RSV_H1, yuan(yuan), "未使用", ReservePostings.drawReturned(
                Reserve.OF_RESERVE.of(H1, BPH).under(RSV_H1), CT, CR, yuan(yuan), false));
    }

    @Test
    void what_is_unused_goes_back_by_the_draws_lines_in_red() {
        Given given = drawn();
        given.when(giveBack("60.00")).then(returned(given.last(), "60.00"));
        assertEquals(Reserve.drawn("60.00").lines().red(), returned(0, "60.00").lines());
    }

    @Test
    void what_a_batch_has_reserved_or_paid_is_used() {
        var used = row(1, RSV_H1, "25.00");
        drawn().and(approved(B1, used)).when(giveBack("35.01")).thenRefused(DRAW_RETURN_EXCEEDED, D1);
        drawn().and(approved(B1, used)).and(paid(B1, used)).when(giveBack("35.00")).facts();
        drawn().and(approved(B1, used)).and(paid(B1, used)).when(giveBack("35.01")).thenRefused(DRAW_RETURN_EXCEEDED, D1);
    }

    @Test
    void what_went_back_cannot_go_back_again() {
        Given given = drawn();
        given.and(returned(given.last(), "50.00"));
        given.when(giveBack("10.01")).thenRefused(DRAW_RETURN_EXCEEDED, D1);
        given.when(giveBack("10.00")).facts();
    }

    @Test
    void it_is_not_dated_before_the_draw_and_names_one_there_is() {
        Given given = drawn();
        given.when(new ReturnReserveDraw(DAY.minusDays(1), DOCUMENT, D1, null, yuan("1.00"), "未使用")).thenRefused(DATE_BEFORE_ORIGINAL, given.last());
        given.when(new ReturnReserveDraw(null, DOCUMENT, new DrawId("D9"), null, yuan("1.00"), "未使用")).thenRefused(DRAW_UNKNOWN, "D9");
        given.when(giveBack("0.00")).thenRefused(AMOUNT_NOT_POSITIVE, D1);
    }

    /** All 60.00 of the draw went on into the next year with their cash, and its own year is closed. */
    private static Given carried() {
        return drawn().and(carriedOn().toArray(Fact[]::new)).on(LocalDate.of(YEAR + 1, 1, 15));
    }

    private static List<Fact> carriedOn() {
        Purse own = Reserve.OF_RESERVE.of(H1, BPH).under(RSV_H1);
        return List.of(
                new BudgetCarriedForward(DIVISION, Reserve.RSV, YEAR, RSV_H1, NEXT, yuan("60.00"),
                        YearPostings.carriedForward(own, NEXT, yuan("60.00"))),
                new YearCashMoved(DIVISION, Reserve.RSV, CT, YEAR, YEAR + 1, yuan("60.00"),
                        YearPostings.cashMoved(Reserve.OF_RESERVE, CT, YEAR + 1, yuan("60.00"))),
                closed(YEAR));
    }

    private static ReturnReserveDraw fromNext(String yuan) {
        return new ReturnReserveDraw(null, DOCUMENT, D1, NEXT, yuan(yuan), "未使用");
    }

    @Test
    void what_was_carried_goes_back_out_of_the_year_it_was_carried_to() {
        Given given = carried();
        RiskReserveDrawReturned back = (RiskReserveDrawReturned) given.when(fromNext("60.00")).facts().getFirst();
        assertEquals(ReservePostings.drawn(Reserve.OF_RESERVE.of(H1, BPH).ofYear(YEAR + 1).under(NEXT), CT, CR, yuan("60.00")).red(),
                back.lines());
        given.and(back);
        assertEquals(yuan("100.00"), given.known().balances().riskReserve(DIVISION));
        given.when(fromNext("0.01")).thenRefused(DRAW_RETURN_EXCEEDED, D1);
    }

    @Test
    void the_draws_own_allotment_has_nothing_left_of_what_was_carried() {
        carried().when(giveBack("0.01")).thenRefused(DRAW_RETURN_EXCEEDED, D1);
        carried().when(fromNext("60.01")).thenRefused(DRAW_RETURN_EXCEEDED, D1);
    }

    @Test
    void an_allotment_that_holds_nothing_of_the_draw_gives_nothing_back() {
        drawn().and(source(CEN), budget(CEN, "10.00"), allotted(CEN_H1, H1, CEN, "10.00"))
                .when(new ReturnReserveDraw(null, DOCUMENT, D1, CEN_H1, yuan("1.00"), "未使用")).thenRefused(ALLOTMENT_ELSEWHERE, CEN_H1);
        drawn().when(fromNext("1.00")).thenRefused(ALLOTMENT_UNKNOWN, NEXT);
    }

    @Test
    void what_a_closed_year_has_still_to_settle_does_not_go_back() {
        Given given = Given.given(institution(H1), Reserve.source(), treasuryAccount(), Reserve.account(),
                Reserve.contributed("100.00", "gift-1"), Reserve.planned("60.00"), Reserve.drawn("60.00"));
        given.when(giveBack("60.00")).facts();
        given.and(carriedOn().toArray(Fact[]::new)).on(LocalDate.of(YEAR + 1, 1, 15));
        given.when(fromNext("0.01")).thenRefused(AUTHORITY_PROMISED, NEXT);
    }
}
