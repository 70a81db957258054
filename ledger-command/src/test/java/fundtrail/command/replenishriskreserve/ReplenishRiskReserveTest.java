package fundtrail.command.replenishriskreserve;

import static fundtrail.command.decide.RefusalCode.DRAW_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.REPLENISH_EXCEEDED;
import static fundtrail.command.kit.Reserve.CR;
import static fundtrail.command.kit.Reserve.D1;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.Given;
import fundtrail.command.kit.Reserve;
import fundtrail.command.posting.ReservePostings;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.RiskReserveContributed;
import fundtrail.contract.fact.RiskReserveContributed.Contributor;
import fundtrail.contract.fact.RiskReserveDrawReturned;
import fundtrail.contract.id.DrawId;
import org.junit.jupiter.api.Test;

/** A contribution that makes a draw good. */
class ReplenishRiskReserveTest {
    private static Given drawn() {
        return Given.given(institution(H1), Reserve.source(), treasuryAccount(), Reserve.account(),
                Reserve.contributed("100.00", "gift-1"), Reserve.drawn("60.00"));
    }

    private static ReplenishRiskReserve replenish(DrawId draw, String yuan, String bankRef) {
        return new ReplenishRiskReserve(null, DOCUMENT, DIVISION, YEAR, null, H1, yuan(yuan), null, CR, bankRef, draw);
    }

    private static RiskReserveContributed made(String yuan, String bankRef) {
        return new RiskReserveContributed(DIVISION, YEAR, Contributor.INSTITUTION, null, H1, yuan(yuan), null, CR, bankRef, D1,
                ReservePostings.received(Reserve.OF_RESERVE, CR, yuan(yuan)));
    }

    @Test
    void a_draw_is_made_good_up_to_what_it_took() {
        drawn().when(replenish(D1, "60.00", "good-1")).then(made("60.00", "good-1"));
        drawn().and(made("40.00", "good-1")).when(replenish(D1, "20.00", "good-2")).facts();
        assertEquals("20.00", drawn().and(made("40.00", "good-1")).when(replenish(D1, "20.01", "good-2"))
                .thenRefused(REPLENISH_EXCEEDED, D1).details().get("left"));
    }

    @Test
    void what_went_back_unused_need_not_be_made_good() {
        Given given = drawn();
        given.and(new RiskReserveDrawReturned(D1, given.last(), H1, Reserve.RSV_H1, yuan("10.00"), "未使用", ReservePostings.drawReturned(
                Reserve.OF_RESERVE.of(H1, BPH).under(Reserve.RSV_H1), CT, CR, yuan("10.00"), false)));
        given.when(replenish(D1, "50.01", "good-1")).thenRefused(REPLENISH_EXCEEDED, D1);
        given.when(replenish(D1, "50.00", "good-1")).facts();
    }

    @Test
    void a_reversed_replenishment_makes_nothing_good() {
        Given given = drawn().and(made("60.00", "good-1"));
        given.and(new EntryReversed(given.last(), "RiskReserveContributed", null, "录入有误", made("60.00", "good-1").lines().red()));
        given.when(replenish(D1, "60.00", "good-1")).facts();
    }

    @Test
    void an_unknown_draw_is_not_made_good() {
        drawn().when(replenish(new DrawId("D9"), "1.00", "good-1")).thenRefused(DRAW_UNKNOWN, "D9");
    }
}
