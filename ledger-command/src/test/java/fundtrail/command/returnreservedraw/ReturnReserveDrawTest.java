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
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.Given;
import fundtrail.command.kit.Reserve;
import fundtrail.command.posting.ReservePostings;
import fundtrail.contract.fact.RiskReserveDrawReturned;
import fundtrail.contract.id.DrawId;
import org.junit.jupiter.api.Test;

/** The unused part of a draw goes back, in red. */
class ReturnReserveDrawTest {
    private static Given drawn() {
        return Given.given(institution(H1), Reserve.source(), treasuryAccount(), Reserve.account(), payeeAccount(H1),
                Reserve.contributed("100.00", "gift-1"), Reserve.drawn("60.00"));
    }

    private static ReturnReserveDraw giveBack(String yuan) {
        return new ReturnReserveDraw(null, DOCUMENT, D1, yuan(yuan), "未使用");
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
        given.when(new ReturnReserveDraw(DAY.minusDays(1), DOCUMENT, D1, yuan("1.00"), "未使用")).thenRefused(DATE_BEFORE_ORIGINAL, given.last());
        given.when(new ReturnReserveDraw(null, DOCUMENT, new DrawId("D9"), yuan("1.00"), "未使用")).thenRefused(DRAW_UNKNOWN, "D9");
        given.when(giveBack("0.00")).thenRefused(AMOUNT_NOT_POSITIVE, D1);
    }
}
