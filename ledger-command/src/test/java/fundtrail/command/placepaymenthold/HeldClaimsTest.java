package fundtrail.command.placepaymenthold;

import static fundtrail.command.decide.RefusalCode.CASE_CLOSED;
import static fundtrail.command.decide.RefusalCode.CASE_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.CASE_HOLD_STANDS;
import static fundtrail.command.decide.RefusalCode.CASE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.CLAIM_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.CLAIM_HELD;
import static fundtrail.command.decide.RefusalCode.CLAIM_NOT_FLAGGED;
import static fundtrail.command.decide.RefusalCode.CLAIM_TWICE;
import static fundtrail.command.decide.RefusalCode.CLAIM_UNPRICED;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.H2;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.closecase.CloseCase;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.releasepaymenthold.ReleasePaymentHold;
import fundtrail.command.reportservicevolume.ReportServiceVolume;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.PaymentHoldGrounded;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ReportId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** H1 reported 10 and 0.333 visits at 3.75 yuan; the year is not settled. */
class HeldClaimsTest {
    private static final HoldId HOLD = new HoldId("hold-1");
    private static final ClaimId TEN = new ClaimId("C.1");
    private static final ClaimId LESS = new ClaimId("C.2");

    private static Given flagged(boolean standard) {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").institution("H2 CEN 100.00");
        year.does(PurchasedYear.schedule());
        if (standard) {
            year.does(PurchasedYear.pool("750.00"));
            year.does(PurchasedYear.standardWish("200", "3.75", null));
        }
        year.does(new ReportServiceVolume(null, new ReportId("V"), H1, BPH, YEAR, DAY.minusDays(40), DAY.minusDays(10), null,
                Fraction.parse("10.333"), null, List.of(new Row(1, TEN, PurchasedYear.VISIT, Fraction.parse("10"), null),
                        new Row(2, LESS, PurchasedYear.VISIT, Fraction.parse("0.333"), null))));
        ClaimedBack.inquired(year.ledger(), "C.1", "C.2");
        return year.ledger();
    }

    private static PlacePaymentHold hold(HoldId id, InstitutionId institution, ClaimId... claims) {
        return new PlacePaymentHold(DOCUMENT, id, institution, null, null, List.of(claims), null, ClaimedBack.CASE, "条例第六条",
                DAY.plusDays(30), DAY.plusDays(60));
    }

    @Test
    void a_hold_on_claims_holds_back_what_they_come_to_each_rounded_once() {
        flagged(true).when(hold(HOLD, H1, TEN, LESS)).then(
                new PaymentHoldPlaced(HOLD, H1, BPH, yuan("38.75"), "条例第六条", DAY.plusDays(30), DAY.plusDays(60)),
                new PaymentHoldGrounded(HOLD, DIVISION, H1, ClaimedBack.CASE, List.of(TEN, LESS)));
    }

    @Test
    void a_claim_is_held_back_once_until_that_hold_is_over() {
        Given given = flagged(true);
        given.when(hold(HOLD, H1, TEN)).facts().forEach(given::and);
        HoldId second = new HoldId("hold-2");
        assertEquals("hold-1", given.when(hold(second, H1, LESS, TEN)).thenRefused(CLAIM_HELD, TEN).details().get("hold"));
        ClaimedBack.does(given.by(OTHER), new ReleasePaymentHold(null, HOLD, "已查清"));
        ClaimedBack.does(given, hold(second, H1, LESS, TEN));
    }

    @Test
    void claims_without_a_price_and_claims_of_others_hold_nothing_back() {
        flagged(false).when(hold(HOLD, H1, TEN)).thenRefused(CLAIM_UNPRICED, TEN);
        flagged(true).when(hold(HOLD, H1, TEN, TEN)).thenRefused(CLAIM_TWICE, TEN);
        flagged(true).when(hold(HOLD, H1, new ClaimId("X"))).thenRefused(CLAIM_NOT_FLAGGED, "X");
        flagged(true).when(hold(HOLD, H2, TEN)).thenRefused(CASE_ELSEWHERE, ClaimedBack.CASE);
        flagged(true).when(new PlacePaymentHold(DOCUMENT, HOLD, H2, null, null, List.of(TEN), null, null, "条例第六条", DAY.plusDays(30),
                DAY.plusDays(60))).thenRefused(CLAIM_ELSEWHERE, TEN);
    }

    @Test
    void its_case_is_not_closed_while_it_stands() {
        Given given = flagged(true);
        ClaimedBack.does(given, hold(HOLD, H1, TEN));
        CloseCase close = new CloseCase(null, ClaimedBack.CASE, "了结");
        assertEquals(Map.of("hold", "hold-1", "expiresOn", DAY.plusDays(60).toString()),
                given.on(DAY.plusDays(60)).when(close).thenRefused(CASE_HOLD_STANDS, ClaimedBack.CASE).details());
        given.on(DAY.plusDays(61)).when(close).facts();
        ClaimedBack.does(given.on(DAY).by(OTHER), new ReleasePaymentHold(null, HOLD, "已查清"));
        ClaimedBack.does(given, close);
    }

    @Test
    void it_belongs_to_a_case_that_is_open() {
        Given given = flagged(true);
        ClaimedBack.does(given, new CloseCase(null, ClaimedBack.CASE, "另案"));
        given.when(hold(HOLD, H1, TEN)).thenRefused(CASE_CLOSED, ClaimedBack.CASE);
        given.when(new PlacePaymentHold(DOCUMENT, HOLD, H1, null, null, null, null, new CaseId("X"), "条例第六条", DAY.plusDays(30),
                DAY.plusDays(60))).thenRefused(CASE_UNKNOWN, "X");
    }
}
