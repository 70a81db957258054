package fundtrail.command.reallocatebudget;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.command.kit.Given;
import fundtrail.command.kit.Kinds;
import fundtrail.command.kit.Reserve;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.id.AllotmentId;
import org.junit.jupiter.api.Test;

class ReallocateBudgetTest {
    private static final BudgetAllotted OF_H1 = allotted(CEN_H1, H1, CEN, "60.00");
    private static final BudgetAllotted OF_H2 = allotted(new AllotmentId("CEN-H2"), H2, CEN, "30.00");
    private static final BudgetAllotted OF_COUNTY = allotted(new AllotmentId("CTY-H2"), H2, CTY, "30.00");

    private static Given ready() {
        return given(institution(H1), institution(H2), source(CEN), source(CTY), budget(CEN, "100.00"), budget(CTY, "100.00"),
                OF_H1, OF_H2, OF_COUNTY);
    }

    private static ReallocateBudget wish(AllotmentId to, String yuan) {
        return new ReallocateBudget(DAY, DOCUMENT, CEN_H1, to, yuan(yuan));
    }

    @Test
    void all_that_is_available_may_move() {
        Given given = ready();
        given.when(wish(OF_H2.allotment(), "60.00")).then(reallocated(OF_H1, OF_H2, "60.00"));
        given.and(reallocated(OF_H1, OF_H2, "60.00"));
        assertEquals(yuan("0.00"), given.known().balances().available(CEN_H1));
        assertEquals(yuan("90.00"), given.known().balances().available(OF_H2.allotment()));
    }

    @Test
    void one_fen_more_is_refused() {
        ready().when(wish(OF_H2.allotment(), "60.01")).thenRefused(ALLOTMENT_EXCEEDED, CEN_H1);
        ready().and(reallocated(OF_H1, OF_H2, "0.01")).when(wish(null, "60.00")).thenRefused(ALLOTMENT_EXCEEDED, CEN_H1);
    }

    @Test
    void without_another_allotment_it_is_unallotted_again() {
        Given given = ready();
        given.when(wish(null, "5.00")).then(reallocated(OF_H1, null, "5.00"));
        assertEquals(yuan("15.00"), given.and(reallocated(OF_H1, null, "5.00")).known().balances().unallotted(DIVISION, YEAR, CEN));
    }

    @Test
    void authority_stays_in_its_source() {
        ready().when(wish(OF_COUNTY.allotment(), "1.00")).thenRefused(ALLOTMENT_ELSEWHERE, OF_COUNTY.allotment());
    }

    @Test
    void both_allotments_exist_and_count_by_then() {
        AllotmentId none = new AllotmentId("none");
        ready().when(wish(none, "1.00")).thenRefused(ALLOTMENT_UNKNOWN, none);
        ready().when(new ReallocateBudget(DAY, DOCUMENT, none, null, yuan("1.00"))).thenRefused(ALLOTMENT_UNKNOWN, none);
        ready().when(new ReallocateBudget(DAY.minusDays(1), DOCUMENT, CEN_H1, OF_H2.allotment(), yuan("1.00")))
                .thenRefused(DATE_BEFORE_ALLOTMENT, CEN_H1);
        assertThrows(IllegalArgumentException.class, () -> wish(CEN_H1, "1.00"));
    }

    @Test
    void it_rests_on_a_document_and_moves_at_least_one_fen() {
        ready().when(new ReallocateBudget(DAY, null, CEN_H1, null, yuan("1.00"))).thenRefused(DOCUMENT_REQUIRED, "ReallocateBudget");
        ready().when(wish(null, "0.00")).thenRefused(AMOUNT_NOT_POSITIVE, CEN_H1);
    }

    @Test
    void what_was_drawn_from_the_reserve_goes_to_nobody_else_and_nowhere_else() {
        given(institution(H1), treasuryAccount(), Reserve.source(), Reserve.account(), Reserve.contributed("100.00", "r-1"),
                        Reserve.planned("60.00"), Reserve.drawn("60.00"))
                .when(new ReallocateBudget(null, DOCUMENT, Reserve.RSV_H1, null, yuan("0.01")))
                .thenRefused(RESERVE_NOT_REALLOCATED, Reserve.RSV_H1);
    }

    @Test
    void earmarked_money_neither_leaves_its_programme_nor_is_it_joined_by_other_money() {
        AllotmentId other = new AllotmentId("SUB-H1-2");
        Given given = given(institution(H1), source(CEN), budget(CEN, "100.00"), Kinds.inForce(Kinds.RULES),
                Kinds.allotted(CEN_H1, BPH, "50502", "40.00"), Kinds.allotted(Kinds.SUB_H1, Kinds.SUB, "50502", "20.00"),
                Kinds.allotted(other, Kinds.SUB, "50502", "5.00"));
        given.when(new ReallocateBudget(DAY, DOCUMENT, Kinds.SUB_H1, CEN_H1, yuan("1.00"))).thenRefused(EARMARKED_STAYS, Kinds.SUB_H1);
        given.when(new ReallocateBudget(DAY, DOCUMENT, CEN_H1, Kinds.SUB_H1, yuan("1.00"))).thenRefused(EARMARKED_STAYS, Kinds.SUB_H1);
        given.when(new ReallocateBudget(DAY, DOCUMENT, Kinds.SUB_H1, other, yuan("20.00"))).facts();
        given.when(new ReallocateBudget(DAY, DOCUMENT, Kinds.SUB_H1, null, yuan("20.00"))).facts();
    }
}
