package fundtrail.command.opencase;

import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.TIP_OFF_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.TIP_OFF_FOLLOWED;
import static fundtrail.command.decide.RefusalCode.TIP_OFF_UNKNOWN;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.TESTER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.closecase.CloseCase;
import fundtrail.command.concludereferral.ConcludeReferral;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.determineclawback.DetermineClawback;
import fundtrail.command.flagclaim.FlagClaim;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.recordtipoff.RecordTipOff;
import fundtrail.command.refercase.ReferCase;
import fundtrail.contract.fact.AlertRef;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.CaseOpened.Origin;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.InformantRecorded;
import fundtrail.contract.fact.TipOffRecorded.Channel;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.TipOffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A claim of H1 is flagged, and somebody told the tester of it. */
class OpenCaseTest {
    private static final TipOffId TIP = new TipOffId("TIP-1");
    private static final PersonRef INFORMANT = new PersonRef("i-7c35c5a1785d2070");
    private static final ClaimId CLAIM = new ClaimId("V-H1.2");

    private static Given told() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").institution("H2 CEN 100.00").standard("750.00", "200", "3.75");
        year.does(PurchasedYear.volume("H1", "V-H1", "10", null));
        Given given = year.ledger().by(TESTER);
        given.when(new RecordTipOff(TIP, null, H1, Channel.LETTER, DAY, "反映虚报工作量", null, INFORMANT)).facts().forEach(given::and);
        ClaimedBack.does(given, new FlagClaim(null, CLAIM, null, FraudType.FALSE_CLAIM, "无服务记录", null,
                new AlertRef("volume-outlier", 1, List.of(3L))));
        return given;
    }

    private static OpenCase following(String id, TipOffId tipOff) {
        return new OpenCase(null, new CaseId(id), Origin.TIP_OFF, tipOff, "虚报工作量", List.of(CLAIM), List.of(new PersonRef("p-71c0")));
    }

    @Test
    void a_case_that_its_own_inspector_opens_tells_nobody_who_the_informant_is() {
        assertEquals(List.of(CaseOpened.class), told().when(following("CASE-1", TIP)).facts().stream().map(Object::getClass).toList());
    }

    @Test
    void another_inspector_who_opens_it_is_told_the_reference_in_a_fact_of_his_own() {
        assertEquals(new InformantRecorded(TIP, INFORMANT), told().by(OTHER).when(following("CASE-1", TIP)).facts().getLast());
    }

    @Test
    void a_tip_off_about_another_institution_opens_no_case_and_tells_nobody_who_told() {
        Given given = told();
        TipOffId elsewhere = new TipOffId("TIP-2");
        given.when(new RecordTipOff(elsewhere, null, new InstitutionId("H2"), Channel.LETTER, DAY, "反映另一机构", null,
                new PersonRef("i-0000c5a1785d2070"))).facts().forEach(given::and);
        assertEquals("H2", given.by(OTHER).when(following("CASE-1", elsewhere)).thenRefused(TIP_OFF_ELSEWHERE, elsewhere).details().get("about").toString());
    }

    @Test
    void a_tip_off_is_followed_once_and_exists() {
        Given given = told();
        ClaimedBack.does(given, following("CASE-1", TIP));
        ClaimedBack.does(given, new CloseCase(null, new CaseId("CASE-1"), "另案"));
        assertEquals("CASE-1", given.when(following("CASE-2", TIP)).thenRefused(TIP_OFF_FOLLOWED, TIP).details().get("case"));
        given.when(following("CASE-2", new TipOffId("X"))).thenRefused(TIP_OFF_UNKNOWN, "X");
    }

    @Test
    void it_counts_from_the_flagging_of_its_claims_on_and_what_follows_from_its_opening_on() {
        Given given = told().on(DAY.plusDays(1));
        LocalDate before = DAY.minusDays(1);
        Refused refused = given.when(new OpenCase(before, ClaimedBack.CASE, null, null, "虚报", List.of(CLAIM), null))
                .thenRefused(DATE_BEFORE_DETERMINATION, CLAIM);
        assertEquals(Map.of("date", before.toString(), "determined", DAY.toString()), refused.details());
        given.when(new OpenCase(DAY, ClaimedBack.CASE, null, null, "虚报", List.of(CLAIM), null)).facts();
        ClaimedBack.does(given, new OpenCase(null, ClaimedBack.CASE, null, null, "虚报", List.of(CLAIM), null));
        given.when(new ReferCase(DAY, DOCUMENT, ClaimedBack.CASE, "县公安局", "涉嫌诈骗")).thenRefused(DATE_BEFORE_DETERMINATION, ClaimedBack.CASE);
        given.when(new CloseCase(DAY, ClaimedBack.CASE, "另案")).thenRefused(DATE_BEFORE_DETERMINATION, ClaimedBack.CASE);
        given.by(OTHER).when(new DetermineClawback(DAY, DOCUMENT, ClaimedBack.CB, ClaimedBack.CASE, ClaimedBack.amounts(CLAIM + " 0.01"),
                DAY.plusDays(30))).thenRefused(DATE_BEFORE_DETERMINATION, ClaimedBack.CASE);
        ClaimedBack.does(given, new ReferCase(null, DOCUMENT, ClaimedBack.CASE, "县公安局", "涉嫌诈骗"));
        given.when(new ConcludeReferral(DAY, DOCUMENT, ClaimedBack.CASE, "退回")).thenRefused(DATE_BEFORE_DETERMINATION, ClaimedBack.CASE);
        given.when(new ConcludeReferral(null, DOCUMENT, ClaimedBack.CASE, "退回")).facts();
    }
}
