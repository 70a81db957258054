package fundtrail.command.placepaymenthold;

import static fundtrail.command.decide.RefusalCode.*;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PlacePaymentHoldTest {
    private static final HoldId HOLD = new HoldId("hold-1");
    private static final String CLAUSE = "财政违法行为处罚处分条例第二十四条";

    private static PlacePaymentHold wish(DocumentRef document, ProgrammeCode programme, Money amount, LocalDate reviewOn) {
        return new PlacePaymentHold(document, HOLD, H1, programme, amount, CLAUSE, reviewOn, DAY.plusDays(60));
    }

    private static PaymentHoldPlaced placed(ProgrammeCode programme, Money amount, LocalDate reviewOn) {
        return new PaymentHoldPlaced(HOLD, H1, programme, amount, CLAUSE, reviewOn, DAY.plusDays(60));
    }

    @Test
    void everything_or_one_programme_or_an_amount_is_held() {
        given(institution(H1)).when(wish(DOCUMENT, null, null, DAY)).then(placed(null, null, DAY));
        given(institution(H1)).when(wish(DOCUMENT, BPH, null, DAY)).then(placed(BPH, null, DAY));
        given(institution(H1)).when(wish(DOCUMENT, null, yuan("0.01"), DAY)).then(placed(null, yuan("0.01"), DAY));
    }

    @Test
    void it_rests_on_a_document() {
        given(institution(H1)).when(wish(null, null, null, DAY)).thenRefused(DOCUMENT_REQUIRED, "PlacePaymentHold");
    }

    @Test
    void it_neither_falls_due_nor_expires_before_today() {
        given(institution(H1)).when(wish(DOCUMENT, null, null, DAY.minusDays(1))).thenRefused(DATE_PASSED, DAY.minusDays(1));
        given(institution(H1)).on(DAY.plusDays(60)).when(wish(DOCUMENT, null, null, DAY.plusDays(60)))
                .then(placed(null, null, DAY.plusDays(60)));
        given(institution(H1)).on(DAY.plusDays(61)).when(wish(DOCUMENT, null, null, DAY.plusDays(60)))
                .thenRefused(DATE_PASSED, DAY.plusDays(60));
        assertThrows(IllegalArgumentException.class, () -> wish(DOCUMENT, null, null, DAY.plusDays(61)));
    }

    @Test
    void an_amount_held_back_is_more_than_nothing() {
        given(institution(H1)).when(wish(DOCUMENT, null, Money.ZERO, DAY)).thenRefused(AMOUNT_NOT_POSITIVE, HOLD);
    }

    @Test
    void an_id_is_given_once() {
        given(institution(H1), placed(null, null, DAY)).when(wish(DOCUMENT, null, null, DAY)).thenRefused(ALREADY_EXISTS, HOLD);
    }

    @Test
    void institution_and_programme_exist() {
        given().when(wish(DOCUMENT, null, null, DAY)).thenRefused(INSTITUTION_UNKNOWN, new InstitutionId("H1"));
        given(institution(H1)).when(wish(DOCUMENT, new ProgrammeCode("XXX"), null, DAY)).thenRefused(PROGRAMME_UNKNOWN, "XXX");
    }
}
