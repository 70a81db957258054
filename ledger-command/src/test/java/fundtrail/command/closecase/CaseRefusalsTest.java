package fundtrail.command.closecase;

import static fundtrail.command.decide.RefusalCode.APPEAL_MADE;
import static fundtrail.command.decide.RefusalCode.APPEAL_OPEN;
import static fundtrail.command.decide.RefusalCode.CASE_CHARGE_OPEN;
import static fundtrail.command.decide.RefusalCode.CASE_CLOSED;
import static fundtrail.command.decide.RefusalCode.CASE_MONEY_OPEN;
import static fundtrail.command.decide.RefusalCode.CLAIM_FLAGGED;
import static fundtrail.command.decide.RefusalCode.FLAGGER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.HOLDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.OUTSTANDING_EXCEEDED;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.DAY;
import static fundtrail.command.kit.Sample.DIVISION;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.TESTER;
import static fundtrail.command.kit.Sample.accountOf;
import static fundtrail.command.kit.Sample.payeeAccount;
import static fundtrail.command.kit.Sample.received;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.command.assesspenalty.AssessPenalty;
import fundtrail.command.collectcharge.CollectCharge;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decideappeal.DecideAppeal;
import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.flagclaim.FlagClaim;
import fundtrail.command.issuerecoverydemand.IssueRecoveryDemand;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.PurchasedYear;
import fundtrail.command.payclawbackrefund.PayClawbackRefund;
import fundtrail.command.refusals.RefusalTexts;
import fundtrail.command.recordrestitutionreturn.RecordRestitutionReturn;
import fundtrail.command.reinstatewriteoff.ReinstateWriteOff;
import fundtrail.command.reopenappeal.ReopenAppeal;
import fundtrail.command.waivecharge.WaiveCharge;
import fundtrail.command.writeoffclawback.WriteOffClawback;
import fundtrail.contract.Role;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.PersonRegistered;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.PersonRef;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What must not be done with a case and its money. The tester flagged, another determined 37.50; what touches money leaves a fact. */
class CaseRefusalsTest {
    private static final PersonRef THIRD = new PersonRef("p-third");

    private static Given inquired() {
        PurchasedYear year = new PurchasedYear().institution("H1 CEN 100.00").advanced("H1 CEN 37.50").standard("750.00", "200", "3.75");
        year.does(PurchasedYear.volume("H1", "V", "10", null));
        Given given = year.ledger().and(ClaimedBack.accounts()).by(TESTER);
        ClaimedBack.inquired(given, "V.2");
        return given;
    }

    private static Given determined() {
        Given given = inquired().by(OTHER);
        ClaimedBack.does(given, ClaimedBack.determination("V.2 37.50"));
        return given;
    }

    private static DecideAppeal decision(String claims) {
        return new DecideAppeal(null, DOCUMENT, ClaimedBack.CB, ClaimedBack.amounts(claims), "属实");
    }

    @Test
    void nobody_recovers_or_writes_off_a_fen_more_than_is_outstanding() {
        determined().when(ClaimedBack.recovery("37.51", "in-1")).thenRecorded(OUTSTANDING_EXCEEDED, ClaimedBack.CB);
        determined().when(new WriteOffClawback(null, DOCUMENT, ClaimedBack.CB, yuan("37.51"), "无力缴纳"))
                .thenRecorded(OUTSTANDING_EXCEEDED, ClaimedBack.CB);
        Given given = determined();
        ClaimedBack.does(given, ClaimedBack.recovery("37.50", "in-1"));
        given.when(ClaimedBack.recovery("0.01", "in-2")).thenRecorded(OUTSTANDING_EXCEEDED, ClaimedBack.CB);
    }

    @Test
    void no_claim_is_flagged_twice() {
        inquired().when(new FlagClaim(null, new ClaimId("V.2"), null, FraudType.FALSE_CLAIM, "重复", null)).thenRefused(CLAIM_FLAGGED, "V.2");
    }

    @Test
    void whoever_flagged_neither_determines_nor_decides_the_appeal() {
        inquired().when(ClaimedBack.determination("V.2 37.50")).thenRecorded(FLAGGER_CONFLICT, "V.2");
        Given given = determined();
        ClaimedBack.demanded(given);
        ClaimedBack.does(given, new FileAppeal(null, H1, ClaimedBack.CB, null, false, "属实"));
        given.by(TESTER).when(decision("")).thenRecorded(FLAGGER_CONFLICT, ClaimedBack.CB);
    }

    @Test
    void nothing_is_restored_in_the_time_to_appeal_unless_the_appeal_is_waived() {
        Given given = determined();
        ClaimedBack.does(given, new IssueRecoveryDemand(null, DOCUMENT, ClaimedBack.CB, yuan("37.50"), DAY.plusDays(30)));
        ClaimedBack.does(given, ClaimedBack.recovery("37.50", "in-1"));
        given.on(DAY.plusDays(60)).when(ClaimedBack.restitution("37.50")).thenRecorded(APPEAL_OPEN, ClaimedBack.CB);
        ClaimedBack.does(given, ClaimedBack.waiver(H1));
        ClaimedBack.does(given, ClaimedBack.restitution("37.50"));
    }

    @Test
    void what_is_not_final_yet_says_what_it_waits_for() {
        Given given = determined();
        assertWaits("until it has been demanded", "须待责令退回", given.when(ClaimedBack.restitution("37.50")).thenRecorded(APPEAL_OPEN, ClaimedBack.CB));
        ClaimedBack.demanded(given);
        assertWaits("whose last day is " + DAY.plusDays(60), "期限末日为 " + DAY.plusDays(60),
                given.when(ClaimedBack.restitution("37.50")).thenRecorded(APPEAL_OPEN, ClaimedBack.CB));
        ClaimedBack.does(given, new FileAppeal(null, H1, ClaimedBack.CB, null, false, "属实"));
        assertWaits("until its appeal is decided", "须待申诉作出决定", given.when(ClaimedBack.restitution("37.50")).thenRecorded(APPEAL_OPEN, ClaimedBack.CB));
        given.when(new CloseCase(null, ClaimedBack.CASE, "结案")).thenRefused(APPEAL_OPEN, ClaimedBack.CB);
    }

    private static void assertWaits(String english, String chinese, Refused refused) {
        RefusalTexts texts = new RefusalTexts();
        String said = texts.render(refused, Locale.ENGLISH).what() + texts.render(refused, Locale.CHINESE).what();
        assertTrue(said.contains(english) && said.contains(chinese) && !said.contains("–"), said);
    }

    @Test
    void no_case_is_closed_while_a_fen_of_it_is_open_or_held() {
        Given given = determined();
        CloseCase close = new CloseCase(null, ClaimedBack.CASE, "结案");
        ClaimedBack.does(given, ClaimedBack.recovery("37.49", "in-1"));
        ClaimedBack.does(given, ClaimedBack.waiver(H1));
        ClaimedBack.does(given, ClaimedBack.restitution("37.49"));
        given.when(close).thenRecorded(CASE_MONEY_OPEN, ClaimedBack.CASE);
        ClaimedBack.does(given, ClaimedBack.recovery("0.01", "in-2"));
        given.when(close).thenRecorded(CASE_MONEY_OPEN, ClaimedBack.CASE);
        ClaimedBack.does(given, ClaimedBack.restitution("0.01"));
        ClaimedBack.does(given, close);
    }

    @Test
    void what_an_appeal_gives_back_after_everything_was_restored_is_refunded_once_the_restitution_came_back() {
        Given given = determined().and(payeeAccount(H1), received(CEN, "37.50", "in-cash")).on(DAY.plusDays(1));
        ClaimedBack.does(given, ClaimedBack.waiver(H1));
        ClaimedBack.does(given, ClaimedBack.recovery("37.50", "in-1"));
        ClaimedBack.does(given, ClaimedBack.restitution("37.50"));
        long restoration = given.last();
        ClaimedBack.does(given, new ReopenAppeal(null, DOCUMENT, ClaimedBack.CB, false, "法院判决"));
        given.and(new PersonRegistered(THIRD, "c".repeat(64)), new RoleGranted(THIRD, Role.LO, DIVISION, null));
        ClaimedBack.does(given.by(THIRD), decision("V.2 30.00"));
        PayClawbackRefund refund = new PayClawbackRefund(null, ClaimedBack.CB, ClaimedBack.CH, accountOf(H1), "out-1", yuan("30.00"));
        given.by(OTHER).when(refund).thenRecorded(HOLDING_EXCEEDED, ClaimedBack.CB);
        ClaimedBack.does(given, new RecordRestitutionReturn(null, ClaimedBack.CB, restoration, CEN, "again-1", yuan("30.00"), "依判决退回"));
        ClaimedBack.does(given, refund);
        ClaimedBack.holds(given.known(), given.known().recoveries().clawbacks().of(ClaimedBack.CB));
        ClaimedBack.does(given, new CloseCase(null, ClaimedBack.CASE, "结案"));
    }

    @Test
    void an_appeal_is_heard_again_only_by_order_and_stops_restitution_while_it_is() {
        Given given = determined();
        ClaimedBack.does(given, ClaimedBack.waiver(H1));
        ClaimedBack.does(given, ClaimedBack.recovery("20.00", "in-1"));
        ClaimedBack.demanded(given);
        given.when(new FileAppeal(null, H1, ClaimedBack.CB, null, false, "属实")).thenRefused(APPEAL_MADE, ClaimedBack.CB);
        ReopenAppeal order = new ReopenAppeal(null, DOCUMENT, ClaimedBack.CB, true, "法院判决");
        ClaimedBack.does(given, order);
        given.when(order).thenRefused(APPEAL_MADE, ClaimedBack.CB);
        given.when(ClaimedBack.restitution("20.00")).thenRecorded(APPEAL_OPEN, ClaimedBack.CB);
        given.and(new PersonRegistered(THIRD, "c".repeat(64)), new RoleGranted(THIRD, Role.LO, DIVISION, null));
        ClaimedBack.does(given.by(THIRD), decision("V.2 30.00"));
        ClaimedBack.does(given.by(OTHER), ClaimedBack.restitution("7.50"));
        ClaimedBack.holds(given.known(), given.known().recoveries().clawbacks().of(ClaimedBack.CB));
    }

    @Test
    void no_case_is_closed_while_a_charge_on_its_claw_back_is_owed() {
        Given given = determined().and(ClaimedBack.source("GEN", Level.GENERAL_TREASURY, RestitutionTarget.TREASURY));
        ChargeId charge = new ChargeId("PEN-1");
        ClaimedBack.does(given, new AssessPenalty(null, DOCUMENT, charge, H1, new FundSourceCode("GEN"), yuan("3.00"), "条例", ClaimedBack.CB));
        ClaimedBack.does(given, new WriteOffClawback(null, DOCUMENT, ClaimedBack.CB, yuan("37.50"), "无力缴纳"));
        ClaimedBack.does(given, new CollectCharge(null, charge, CT, "pen-1", yuan("2.99")));
        given.when(close()).thenRecorded(CASE_CHARGE_OPEN, ClaimedBack.CASE);
        ClaimedBack.does(given, new WaiveCharge(null, DOCUMENT, charge, yuan("0.01"), "减免"));
        ClaimedBack.does(given, close());
    }

    @Test
    void a_closed_case_of_which_money_is_owed_again_is_open_again() {
        Given given = determined();
        ClaimedBack.does(given, new WriteOffClawback(null, DOCUMENT, ClaimedBack.CB, yuan("37.50"), "无力缴纳"));
        ClaimedBack.does(given, close());
        given.when(close()).thenRefused(CASE_CLOSED, ClaimedBack.CASE);
        ClaimedBack.does(given, new ReinstateWriteOff(null, DOCUMENT, ClaimedBack.CB, yuan("0.01"), "发现财产"));
        given.when(close()).thenRecorded(CASE_MONEY_OPEN, ClaimedBack.CASE);
        assertEquals(ClaimedBack.CASE, given.known().recoveries().cases().flag(new ClaimId("V.2")).inCase());
        ClaimedBack.does(given, new WriteOffClawback(null, DOCUMENT, ClaimedBack.CB, yuan("0.01"), "无力缴纳"));
        ClaimedBack.does(given, close());
        ClaimedBack.does(given, new ReopenAppeal(null, DOCUMENT, ClaimedBack.CB, false, "法院判决"));
        given.when(close()).thenRefused(APPEAL_OPEN, ClaimedBack.CB);
    }

    private static CloseCase close() {
        return new CloseCase(null, ClaimedBack.CASE, "已了结");
    }
}
