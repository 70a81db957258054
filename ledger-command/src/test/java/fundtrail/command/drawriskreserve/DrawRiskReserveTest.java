package fundtrail.command.drawriskreserve;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.disburse;
import static fundtrail.command.kit.Reserve.CR;
import static fundtrail.command.kit.Reserve.D1;
import static fundtrail.command.kit.Reserve.RSV_H1;
import static fundtrail.command.kit.Reserve.drawn;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.Batches;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Reserve;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DrawId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money of the reserve moved to the treasury, with authority to spend it on one institution. */
class DrawRiskReserveTest {
    static Given county() {
        return Given.given(institution(H1), institution(H2), source(CEN), Reserve.source(), treasuryAccount(), Reserve.account(),
                payeeAccount(H1), Reserve.contributed("100.00", "gift-1"), Reserve.planned("200.00"));
    }

    private static DrawRiskReserve draw(DrawId id, AllotmentId allotment, String yuan) {
        return new DrawRiskReserve(null, DOCUMENT, id, DIVISION, BPH, YEAR, 1, H1, allotment, CLASSES, yuan(yuan), CR, CT);
    }

    @Test
    void a_draw_moves_the_money_and_makes_an_allotment() {
        county().when(draw(D1, RSV_H1, "60.00")).then(drawn("60.00"));
        assertEquals(List.of("TREASURY_CASH CT null 60.00", "RESERVE_CASH CR null -60.00", "RISK_RESERVE null null 60.00",
                        "TRANSFER_FROM_RESERVE null null -60.00", "AUTHORITY null null 60.00", "ALLOTTED null RSV-H1 -60.00"),
                drawn("60.00").lines().list().stream()
                        .map(line -> line.account() + " " + line.bankAccount() + " " + line.allotment() + " " + line.signed())
                        .toList());
    }

    @Test
    void a_batch_pays_out_of_the_allotment_it_made() {
        county().and(drawn("60.00")).on(Batches.PAYDAY).when(disburse(B1, Batches.row(1, RSV_H1, "60.00"))).facts();
    }

    @Test
    void not_a_fen_more_than_the_reserve_has() {
        county().when(draw(D1, RSV_H1, "100.00")).facts();
        assertEquals("0.01", county().when(draw(D1, RSV_H1, "100.01")).thenRefused(RESERVE_EXCEEDED, DIVISION).details().get("missing"));
        county().and(drawn("60.00")).when(draw(new DrawId("D2"), new AllotmentId("RSV-H1-2"), "40.01")).thenRefused(RESERVE_EXCEEDED, DIVISION);
    }

    @Test
    void a_draw_and_its_allotment_are_new() {
        county().and(drawn("60.00")).when(draw(D1, new AllotmentId("RSV-H1-2"), "1.00")).thenRefused(ALREADY_EXISTS, D1);
        county().and(drawn("60.00")).when(draw(new DrawId("D2"), RSV_H1, "1.00")).thenRefused(ALREADY_EXISTS, RSV_H1);
    }

    @Test
    void whom_and_what_it_is_for_must_be_known() {
        county().when(new DrawRiskReserve(null, DOCUMENT, D1, DIVISION, BPH, YEAR, 1, new InstitutionId("H9"), RSV_H1, CLASSES, yuan("1.00"), CR, CT))
                .thenRefused(INSTITUTION_UNKNOWN, "H9");
        county().when(new DrawRiskReserve(null, DOCUMENT, D1, DIVISION, new ProgrammeCode("NO"), YEAR, 1, H1, RSV_H1, CLASSES, yuan("1.00"), CR, CT))
                .thenRefused(PROGRAMME_UNKNOWN, "NO");
        county().when(new DrawRiskReserve(null, DOCUMENT, D1, DIVISION, BPH, YEAR, 1, H1, RSV_H1, CLASSES, yuan("1.00"), CT, CT))
                .thenRefused(RESERVE_ACCOUNT_NEEDED, CT);
        county().when(draw(D1, RSV_H1, "0.00")).thenRefused(AMOUNT_NOT_POSITIVE, D1);
    }

    @Test
    void a_draw_is_what_the_plan_in_force_says_all_draws_together() {
        Given given = Given.given(institution(H1), institution(H2), Reserve.source(), treasuryAccount(), Reserve.account(),
                Reserve.contributed("100.00", "gift-1"));
        given.when(draw(D1, RSV_H1, "1.00")).thenRefused(PLAN_UNKNOWN, "BPH " + YEAR);
        given.and(Reserve.planned("60.00"));
        given.when(draw(D1, RSV_H1, "60.00")).facts();
        given.when(draw(D1, RSV_H1, "60.01")).thenRefused(PLAN_DRAW_EXCEEDED, H1);
        given.when(new DrawRiskReserve(null, DOCUMENT, D1, DIVISION, BPH, YEAR, 1, H2, RSV_H1, CLASSES, yuan("0.01"), CR, CT))
                .thenRefused(PLAN_DRAW_EXCEEDED, H2);
        given.when(new DrawRiskReserve(null, DOCUMENT, D1, DIVISION, BPH, YEAR, 2, H1, RSV_H1, CLASSES, yuan("1.00"), CR, CT))
                .thenRefused(REVISION_DIFFERS, "BPH " + YEAR);
        given.and(drawn("60.00"));
        given.when(draw(new DrawId("D2"), new AllotmentId("RSV-H1-2"), "0.01")).thenRefused(PLAN_DRAW_EXCEEDED, H1);
    }
}
