package fundtrail.command.releasepaymenthold;

import static fundtrail.command.decide.RefusalCode.HOLDER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.HOLD_CLOSED;
import static fundtrail.command.decide.RefusalCode.HOLD_UNKNOWN;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.institution;

import fundtrail.command.kit.Given;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.id.HoldId;
import org.junit.jupiter.api.Test;

class ReleasePaymentHoldTest {
    private static final HoldId HOLD = new HoldId("hold-1");
    private static final ReleasePaymentHold WISH = new ReleasePaymentHold(null, HOLD, "问题已整改");
    private static final PaymentHoldReleased RELEASED = new PaymentHoldReleased(HOLD, H1, "问题已整改");

    private static Given placedByTester() {
        return given(institution(H1)).by(TESTER).and(new PaymentHoldPlaced(
                HOLD, H1, null, null, "财政违法行为处罚处分条例第二十四条", DAY.plusDays(30), DAY.plusDays(60)));
    }

    @Test
    void another_person_releases_a_hold() {
        placedByTester().by(OTHER).when(WISH).then(RELEASED);
    }

    @Test
    void who_placed_it_does_not() {
        placedByTester().when(WISH).thenRefused(HOLDER_CONFLICT, HOLD);
    }

    @Test
    void it_is_released_until_the_day_it_expires_and_not_after() {
        placedByTester().by(OTHER).on(DAY.plusDays(60)).when(WISH).then(RELEASED);
        placedByTester().by(OTHER).on(DAY.plusDays(61)).when(WISH).thenRefused(HOLD_CLOSED, HOLD);
    }

    @Test
    void it_is_released_once() {
        placedByTester().and(RELEASED).by(OTHER).when(WISH).thenRefused(HOLD_CLOSED, HOLD);
    }

    @Test
    void only_a_hold_that_was_placed_is_released() {
        given().when(WISH).thenRefused(HOLD_UNKNOWN, HOLD);
    }
}
