package fundtrail.command.refercase;

import static fundtrail.command.decide.RefusalCode.CASE_NOT_REFERRED;
import static fundtrail.command.decide.RefusalCode.CASE_REFERRED;
import static fundtrail.command.decide.RefusalCode.CASE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DOCUMENT_REQUIRED;
import static fundtrail.command.decide.RefusalCode.EVIDENCE_FROZEN;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.assesspenalty.AssessPenalty;
import fundtrail.command.closecase.CloseCase;
import fundtrail.command.collectcharge.CollectCharge;
import fundtrail.command.concludereferral.ConcludeReferral;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decideappeal.DecideAppeal;
import fundtrail.command.eraseperson.ErasePerson;
import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.flagclaim.FlagClaim;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.opencase.OpenCase;
import fundtrail.command.placepaymenthold.PlacePaymentHold;
import fundtrail.command.releasepaymenthold.ReleasePaymentHold;
import fundtrail.command.reportservicevolume.ReportServiceVolume;
import fundtrail.command.reviewpaymenthold.ReviewPaymentHold;
import fundtrail.command.waivecharge.WaiveCharge;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AppealDecided.OnHold;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.fact.ServiceVolumeReportedRows.Row;
import fundtrail.command.writeoffclawback.WriteOffClawback;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.CaseReferred;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.PersonErased.Reason;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.ReferralConcluded;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ReportId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A claim for work of one practitioner, in a case for which another person answers; 37.50 of it are clawed back. */
class ReferCaseTest {
    private static final PersonRef PRACTITIONER = new PersonRef("p-practitioner");
    private static final PersonRef ANSWERS = new PersonRef("p-answers");
    private static final PersonRef THIRD = new PersonRef("p-third");
    private static final HoldId HOLD = new HoldId("hold-1");
    private static final LocalDate LAST = DAY.plusDays(60);
    private static final ReleasePaymentHold RELEASE = new ReleasePaymentHold(null, HOLD, "已查清");
    private static final ConcludeReferral ANSWER = new ConcludeReferral(null, DOCUMENT, ClaimedBack.CASE, "不予立案");
    private static final ReferCase WISH = new ReferCase(null, DOCUMENT, ClaimedBack.CASE, "澄湖县公安局", "涉嫌诈骗");

    private static Given determined() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").advanced("H1 CEN 37.50").standard("750.00", "200", "3.75");
        ClaimId claim = new ClaimId("C.1");
        year.does(new ReportServiceVolume(null, new ReportId("V"), H1, BPH, YEAR, DAY.minusDays(40), DAY.minusDays(10), null,
                Fraction.parse("10"), null, List.of(new Row(1, claim, PurchasedYear.VISIT, Fraction.parse("10"), PRACTITIONER))));
        Given given = year.ledger().and(new PersonRegistered(PRACTITIONER, "a".repeat(64)), new PersonRegistered(ANSWERS, "b".repeat(64)))
                .and(ClaimedBack.accounts());
        ClaimedBack.does(given.by(TESTER), new FlagClaim(null, claim, null, FraudType.FALSE_CLAIM, "无服务记录", null));
        ClaimedBack.does(given, new OpenCase(null, ClaimedBack.CASE, null, null, "虚报", List.of(claim), List.of(ANSWERS)));
        ClaimedBack.does(given.by(OTHER), ClaimedBack.determination("C.1 37.50"));
        return given;
    }

    private static Given referred() {
        Given given = determined();
        given.when(WISH).then(new CaseReferred(ClaimedBack.CASE, DIVISION, H1, "澄湖县公安局", "涉嫌诈骗"));
        ClaimedBack.does(given, WISH);
        return given;
    }

    @Test
    void nothing_of_a_referred_case_is_closed_or_written_off_and_the_refusal_says_with_whom_it_is_since_when() {
        Given given = referred();
        Refused refused = given.when(new CloseCase(null, ClaimedBack.CASE, "结案")).thenRefused(CASE_REFERRED, ClaimedBack.CASE);
        assertEquals(Map.of("to", "澄湖县公安局", "since", DAY.toString()), refused.details());
        given.when(new WriteOffClawback(null, DOCUMENT, ClaimedBack.CB, yuan("0.01"), "无力缴纳")).thenRefused(CASE_REFERRED, ClaimedBack.CASE);
        ClaimedBack.does(given, ClaimedBack.recovery("37.50", "in-1"));
    }

    @Test
    void no_appeal_takes_a_fen_off_its_claw_back_and_one_is_still_rejected() {
        Given given = determined();
        ClaimedBack.demanded(given);
        ClaimedBack.does(given, new FileAppeal(null, H1, ClaimedBack.CB, null, false, "属实"));
        ClaimedBack.does(given, WISH);
        given.and(new PersonRegistered(THIRD, "c".repeat(64)), new RoleGranted(THIRD, Role.LO, DIVISION, null)).by(THIRD);
        given.when(decision("C.1 0.01")).thenRecorded(CASE_REFERRED, ClaimedBack.CASE);
        given.when(decision("")).facts();
        ClaimedBack.does(given, ANSWER);
        ClaimedBack.does(given, decision("C.1 0.01"));
    }

    @Test
    void no_charge_on_its_claw_back_is_waived_and_one_that_stands_by_itself_is() {
        Given given = determined().and(ClaimedBack.source("GEN", Level.GENERAL_TREASURY, RestitutionTarget.TREASURY));
        ChargeId on = new ChargeId("PEN-1");
        ChargeId alone = new ChargeId("PEN-2");
        ClaimedBack.does(given, new AssessPenalty(null, DOCUMENT, on, H1, new FundSourceCode("GEN"), yuan("3.00"), "条例", ClaimedBack.CB));
        ClaimedBack.does(given, new AssessPenalty(null, DOCUMENT, alone, H1, new FundSourceCode("GEN"), yuan("3.00"), "条例", null));
        ClaimedBack.does(given, WISH);
        WaiveCharge waiver = new WaiveCharge(null, DOCUMENT, on, yuan("0.01"), "减免");
        given.when(waiver).thenRecorded(CASE_REFERRED, ClaimedBack.CASE);
        ClaimedBack.does(given, new WaiveCharge(null, DOCUMENT, alone, yuan("0.01"), "减免"));
        ClaimedBack.does(given, new CollectCharge(null, on, CT, "pen-1", yuan("1.00")));
        ClaimedBack.does(given, ANSWER);
        ClaimedBack.does(given, waiver);
    }

    @Test
    void its_holds_are_neither_lifted_nor_lessened_whether_they_name_the_case_or_a_claim_of_it() {
        for (PlacePaymentHold hold : List.of(hold(ClaimedBack.CASE, null), hold(null, List.of(new ClaimId("C.1"))))) {
            Given given = determined().by(TESTER);
            ClaimedBack.does(given, hold);
            ClaimedBack.does(given, new FileAppeal(null, H1, null, HOLD, false, "停拨影响运转"));
            ClaimedBack.does(given.by(OTHER), WISH);
            given.when(RELEASE).thenRecorded(CASE_REFERRED, ClaimedBack.CASE);
            given.when(onHold(OnHold.RELEASED)).thenRecorded(CASE_REFERRED, ClaimedBack.CASE);
            given.when(review("0.01", LAST)).thenRecorded(CASE_REFERRED, ClaimedBack.CASE);
            given.when(review(null, LAST.minusDays(1))).thenRecorded(CASE_REFERRED, ClaimedBack.CASE);
            given.when(onHold(OnHold.CONFIRMED)).facts();
            ClaimedBack.does(given, review(null, LAST.plusDays(1)));
            ClaimedBack.does(given, ANSWER);
            ClaimedBack.does(given, RELEASE);
        }
    }

    @Test
    void a_hold_that_is_not_about_the_case_is_lifted() {
        Given given = determined().by(TESTER);
        ClaimedBack.does(given, hold(null, null));
        ClaimedBack.does(given.by(OTHER), WISH);
        ClaimedBack.does(given, RELEASE);
    }

    private static DecideAppeal decision(String claims) {
        return new DecideAppeal(null, DOCUMENT, ClaimedBack.CB, ClaimedBack.amounts(claims), "属实");
    }

    private static PlacePaymentHold hold(CaseId about, List<ClaimId> claims) {
        return new PlacePaymentHold(DOCUMENT, HOLD, H1, null, null, claims, null, about, "条例第六条", DAY.plusDays(30), LAST);
    }

    private static DecideAppeal onHold(OnHold onHold) {
        return new DecideAppeal(null, DOCUMENT, null, HOLD, null, onHold, null, "核实");
    }

    private static ReviewPaymentHold review(String yuan, LocalDate expiresOn) {
        return new ReviewPaymentHold(null, HOLD, yuan == null ? null : yuan(yuan), DAY.plusDays(30), expiresOn, "尚未查清");
    }

    @Test
    void nobody_concerned_in_it_is_erased() {
        Given given = referred();
        for (PersonRef person : List.of(PRACTITIONER, ANSWERS)) {
            given.when(new ErasePerson(DOCUMENT, person, Reason.TERM_EXPIRED)).thenRefused(EVIDENCE_FROZEN, person);
            determined().when(new ErasePerson(DOCUMENT, person, Reason.TERM_EXPIRED)).facts();
        }
    }

    @Test
    void it_is_free_again_once_that_body_has_answered() {
        Given given = referred();
        given.when(ANSWER).then(new ReferralConcluded(ClaimedBack.CASE, DIVISION, H1, "不予立案"));
        ClaimedBack.does(given, ANSWER);
        given.when(ANSWER).thenRefused(CASE_NOT_REFERRED, ClaimedBack.CASE);
        ClaimedBack.does(given, new ErasePerson(DOCUMENT, ANSWERS, Reason.TERM_EXPIRED));
        ClaimedBack.does(given, new WriteOffClawback(null, DOCUMENT, ClaimedBack.CB, yuan("37.50"), "无力缴纳"));
        ClaimedBack.does(given, new CloseCase(null, ClaimedBack.CASE, "结案"));
    }

    @Test
    void an_open_case_is_referred_once() {
        referred().when(WISH).thenRefused(CASE_REFERRED, ClaimedBack.CASE);
        determined().when(new ReferCase(null, DOCUMENT, new CaseId("X"), "公安局", "涉嫌诈骗")).thenRefused(CASE_UNKNOWN, "X");
        determined().when(new ReferCase(null, null, ClaimedBack.CASE, "公安局", "涉嫌诈骗")).thenRefused(DOCUMENT_REQUIRED, "ReferCase");
    }
}
