package fundtrail.command.reviewpaymenthold;

import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.HOLDER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.HOLD_CLOSED;
import static fundtrail.command.decide.RefusalCode.HOLD_TOO_LONG;
import static fundtrail.command.decide.RefusalCode.HOLD_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.HOLD_WIDENED;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.institution;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.kit.Given;
import fundtrail.command.placepaymenthold.PlacePaymentHold;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReviewed;
import fundtrail.contract.fact.RuleSetPublished;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.RuleSetId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewPaymentHoldTest {
    private static final HoldId HOLD = new HoldId("hold-1");
    private static final LocalDate LAST = DAY.plusDays(60);

    private static Given placedByTester(String yuan) {
        return given(institution(H1)).by(TESTER).and(new PaymentHoldPlaced(
                HOLD, H1, null, yuan == null ? null : yuan(yuan), "财政违法行为处罚处分条例第二十四条", DAY.plusDays(30), LAST));
    }

    private static ReviewPaymentHold review(String yuan, LocalDate expiresOn) {
        return new ReviewPaymentHold(null, HOLD, yuan == null ? null : yuan(yuan), DAY.plusDays(50), expiresOn, "尚未查清");
    }

    private static PaymentHoldReviewed reviewed(String yuan, LocalDate expiresOn) {
        return new PaymentHoldReviewed(HOLD, H1, yuan == null ? null : yuan(yuan), DAY.plusDays(50), expiresOn, "尚未查清");
    }

    @Test
    void another_person_extends_a_hold_which_then_stands_until_its_new_last_day() {
        Given given = placedByTester(null).by(OTHER);
        given.when(review(null, LAST.plusDays(40))).then(reviewed(null, LAST.plusDays(40)));
        given.and(reviewed(null, LAST.plusDays(40)));
        assertTrue(given.known().holds().get(HOLD).standsOn(LAST.plusDays(40)));
        assertFalse(given.known().holds().get(HOLD).standsOn(LAST.plusDays(41)));
    }

    @Test
    void who_placed_it_does_not() {
        placedByTester(null).when(review(null, LAST)).thenRefused(HOLDER_CONFLICT, HOLD);
    }

    @Test
    void it_may_hold_back_less_and_never_a_fen_more() {
        placedByTester("100.00").by(OTHER).when(review("99.99", LAST)).then(reviewed("99.99", LAST));
        placedByTester("100.00").by(OTHER).when(review("100.01", LAST)).thenRefused(HOLD_WIDENED, HOLD);
        placedByTester(null).by(OTHER).when(review("100.01", LAST)).then(reviewed("100.01", LAST));
        placedByTester("100.00").by(OTHER).when(review(null, LAST)).then(reviewed("100.00", LAST));
        placedByTester("100.00").by(OTHER).when(review("0.00", LAST)).thenRefused(AMOUNT_NOT_POSITIVE, HOLD);
    }

    @Test
    void it_is_reviewed_until_its_last_day_and_not_after() {
        placedByTester(null).by(OTHER).on(LAST).when(new ReviewPaymentHold(null, HOLD, null, LAST, LAST.plusDays(1), "延期"))
                .then(new PaymentHoldReviewed(HOLD, H1, null, LAST, LAST.plusDays(1), "延期"));
        placedByTester(null).by(OTHER).on(LAST.plusDays(1))
                .when(new ReviewPaymentHold(null, HOLD, null, LAST.plusDays(1), LAST.plusDays(9), "延期")).thenRefused(HOLD_CLOSED, HOLD);
    }

    @Test
    void its_next_review_is_not_in_the_past_and_the_hold_is_there() {
        LocalDate passed = DAY.minusDays(1);
        placedByTester(null).by(OTHER).when(new ReviewPaymentHold(null, HOLD, null, passed, LAST, "延期")).thenRefused(DATE_PASSED, passed);
        given().when(review(null, LAST)).thenRefused(HOLD_UNKNOWN, HOLD);
    }

    @Test
    void it_lasts_as_long_as_the_rules_say_from_each_look_at_it_and_not_a_day_longer() {
        LocalDate last = DAY.plusDays(366);
        Given given = placedByTester(null).by(OTHER);
        given.when(review(null, last)).facts();
        assertEquals(last.toString(), given.when(review(null, last.plusDays(1))).thenRefused(HOLD_TOO_LONG, HOLD).details().get("last"));
        given.and(new RuleSetPublished(new RuleSetId("short"), DAY, List.of(), List.of(), List.of(), 1, 7, 60, null, null, null, null, 30));
        given.when(review(null, LAST)).facts();
        given.when(review(null, LAST.plusDays(1))).thenRefused(HOLD_TOO_LONG, HOLD);
        given.on(DAY.plusDays(31)).when(review(null, LAST.plusDays(1))).facts();
    }

    @Test
    void a_hold_is_placed_for_no_longer() {
        Given given = given(institution(H1));
        LocalDate last = DAY.plusDays(366);
        given.when(new PlacePaymentHold(DOCUMENT, HOLD, H1, null, null, "条例第六条", DAY, last)).facts();
        given.when(new PlacePaymentHold(DOCUMENT, HOLD, H1, null, null, "条例第六条", DAY, last.plusDays(1))).thenRefused(HOLD_TOO_LONG, HOLD);
    }
}
