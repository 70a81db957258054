package fundtrail.command.decideappeal;

import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.APPEAL_MADE;
import static fundtrail.command.decide.RefusalCode.APPEAL_NOT_PENDING;
import static fundtrail.command.decide.RefusalCode.HOLDER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.HOLD_CLOSED;
import static fundtrail.command.decide.RefusalCode.HOLD_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.HOLD_WIDENED;
import static fundtrail.command.decide.RefusalCode.ROWS_REFUSED;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.HOLD;
import static fundtrail.command.kit.Batches.PAYDAY;
import static fundtrail.command.kit.Batches.approved;
import static fundtrail.command.kit.Batches.disburse;
import static fundtrail.command.kit.Batches.funded;
import static fundtrail.command.kit.Batches.hold;
import static fundtrail.command.kit.Batches.row;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.reviewpaymenthold.ReviewPaymentHold;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.AppealDecided.OnHold;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.fact.PaymentHoldReviewed;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** H1 has 200.00 to spend; everything of it is held by the tester. */
class AppealAgainstHoldTest {
    private static final Row ROW = row(2, CEN_H1, "70.00");

    private static Given appealed() {
        Given given = funded().by(TESTER).and(hold(HOLD, H1, null));
        ClaimedBack.does(given, appeal(H1));
        return given.by(OTHER);
    }

    private static FileAppeal appeal(InstitutionId institution) {
        return new FileAppeal(null, institution, null, HOLD, false, "停拨影响运转");
    }

    private static DecideAppeal decision(OnHold onHold, String yuan) {
        return new DecideAppeal(null, DOCUMENT, null, HOLD, null, onHold, yuan == null ? null : yuan(yuan), "核实");
    }

    @Test
    void the_institution_held_appeals_once() {
        Given given = funded().and(hold(HOLD, H1, null));
        given.when(appeal(H2)).thenRefused(HOLD_UNKNOWN, HOLD);
        ClaimedBack.does(given, appeal(H1));
        given.when(appeal(H1)).thenRefused(APPEAL_MADE, HOLD);
    }

    @Test
    void a_hold_that_is_released_by_an_appeal_refuses_nothing_any_more() {
        Given given = appealed();
        List<Fact> facts = given.when(decision(OnHold.RELEASED, null)).facts();
        assertEquals(new PaymentHoldReleased(HOLD, H1, "核实"), facts.getLast());
        facts.forEach(given::and);
        given.when(disburse(B1, ROW)).then(approved(B1, ROW));
    }

    @Test
    void a_hold_that_is_limited_lets_the_rest_be_paid_to_the_last_fen() {
        Given given = appealed();
        List<Fact> facts = given.when(decision(OnHold.LIMITED, "130.00")).facts();
        assertEquals(new PaymentHoldReviewed(HOLD, H1, yuan("130.00"), PAYDAY.plusDays(30), PAYDAY.plusDays(60), "核实"), facts.getLast());
        facts.forEach(given::and);
        given.when(disburse(B1, row(2, CEN_H1, "70.01"))).thenRefused(ROWS_REFUSED, B1);
        given.when(disburse(B1, ROW)).then(approved(B1, ROW));
    }

    @Test
    void a_hold_that_is_confirmed_stays_and_can_be_appealed_anew_once_it_is_extended() {
        Given given = appealed();
        ClaimedBack.does(given, decision(OnHold.CONFIRMED, null));
        given.when(disburse(B1, ROW)).thenRefused(ROWS_REFUSED, B1);
        given.when(appeal(H1)).thenRefused(APPEAL_MADE, HOLD);
        given.when(decision(OnHold.RELEASED, null)).thenRefused(APPEAL_NOT_PENDING, HOLD);
        ClaimedBack.does(given, new ReviewPaymentHold(null, HOLD, null, PAYDAY.plusDays(60), PAYDAY.plusDays(61), "延期一日"));
        ClaimedBack.does(given, appeal(H1));
    }

    @Test
    void who_placed_it_does_not_decide_and_nothing_is_decided_after_its_last_day() {
        appealed().by(TESTER).when(decision(OnHold.CONFIRMED, null)).thenRefused(HOLDER_CONFLICT, HOLD);
        appealed().on(PAYDAY.plusDays(61)).when(decision(OnHold.CONFIRMED, null)).thenRefused(HOLD_CLOSED, HOLD);
    }

    @Test
    void an_appeal_never_makes_it_hold_back_more() {
        Given given = appealed().and(new PaymentHoldReviewed(HOLD, H1, yuan("20.00"), PAYDAY, PAYDAY.plusDays(60), "缩小"));
        given.when(decision(OnHold.LIMITED, "20.01")).thenRefused(HOLD_WIDENED, HOLD);
        given.when(decision(OnHold.LIMITED, "0.00")).thenRefused(AMOUNT_NOT_POSITIVE, HOLD);
    }
}
