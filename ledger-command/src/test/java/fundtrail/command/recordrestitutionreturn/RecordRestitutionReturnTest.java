package fundtrail.command.recordrestitutionreturn;

import static fundtrail.command.decide.RefusalCode.ALLOTMENT_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.CASE_MONEY_OPEN;
import static fundtrail.command.decide.RefusalCode.CASH_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_ORIGINAL;
import static fundtrail.command.decide.RefusalCode.HOLDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.REFUND_DUE_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.RESTORATION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.RESTORED_EXCEEDED;
import static fundtrail.command.kit.Batches.B1;
import static fundtrail.command.kit.Batches.B2;
import static fundtrail.command.kit.Batches.CTY_H1;
import static fundtrail.command.kit.Batches.PAYDAY;
import static fundtrail.command.kit.Batches.approved;
import static fundtrail.command.kit.Batches.funded;
import static fundtrail.command.kit.Batches.paid;
import static fundtrail.command.kit.Batches.row;
import static fundtrail.command.kit.ClaimedBack.CB;
import static fundtrail.command.kit.ClaimedBack.CH;
import static fundtrail.command.kit.Sample.CEN;
import static fundtrail.command.kit.Sample.CEN_H1;
import static fundtrail.command.kit.Sample.CT;
import static fundtrail.command.kit.Sample.CTY;
import static fundtrail.command.kit.Sample.DOCUMENT;
import static fundtrail.command.kit.Sample.H1;
import static fundtrail.command.kit.Sample.OTHER;
import static fundtrail.command.kit.Sample.accountOf;
import static fundtrail.command.kit.Sample.allotted;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.closecase.CloseCase;
import fundtrail.command.decideappeal.DecideAppeal;
import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.issuerecoverydemand.IssueRecoveryDemand;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.payclawbackrefund.PayClawbackRefund;
import fundtrail.command.reopenappeal.ReopenAppeal;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.RestitutionReturned;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.FundSourceCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 30.00 of CEN and 10.00 of CTY were recovered from H1 and restored: CEN's to the upper level, CTY's to its allotment. */
class RecordRestitutionReturnTest {
    private static final AllotmentId SECOND = new AllotmentId("CTY-H1-2");

    /** The position of the restoration. */
    private long restoration;

    private Given restored() {
        Given given = funded().and(ClaimedBack.accounts())
                .and(ClaimedBack.source("CTY", Level.COUNTY, RestitutionTarget.TREASURY), upward("CEN"))
                .and(approved(B1, row(1, CEN_H1, "60.00"), row(2, CTY_H1, "60.00")))
                .and(paid(B1, row(1, CEN_H1, "60.00")), paid(B1, row(2, CTY_H1, "60.00")))
                .and(ClaimedBack.determined(H1, "CEN 30.00 CTY 10.00"));
        ClaimedBack.does(given, new IssueRecoveryDemand(null, DOCUMENT, CB, yuan("40.00"), PAYDAY.plusDays(30)));
        ClaimedBack.does(given, ClaimedBack.recovery("40.00", "in-20"));
        given.on(PAYDAY.plusDays(61));
        ClaimedBack.does(given, ClaimedBack.restitution("40.00"));
        restoration = given.last();
        return given;
    }

    private static Fact upward(String source) {
        return new FundSourceRegistered(new FundSourceCode(source), source + "资金", "Source " + source, Level.CENTRAL, "111",
                null, false, RestitutionTarget.UPPER_LEVEL, RestitutionTarget.UPPER_LEVEL, null);
    }

    private RecordRestitutionReturn wish(FundSourceCode source, String yuan) {
        return new RecordRestitutionReturn(null, CB, restoration, source, "back-20", yuan(yuan), "上级退回");
    }

    @Test
    void what_came_back_is_taken_out_of_the_restoration_in_red_and_held_again() throws IOException {
        Given given = restored();
        RestitutionReturned fact = (RestitutionReturned) ClaimedBack.does(given, wish(CEN, "30.00"));
        assertEquals(List.of("RETURNED_TO_UPPER_LEVEL CEN -30.00", "RECOVERY_HOLDING CEN 30.00", "EXPENDED CEN -30.00", "WITHDRAWN CEN 30.00"),
                ClaimedBack.lines(fact));
        assertEquals(yuan("-30.00"), fact.lines().list().getFirst().amount(), "in red");
        assertEquals(yuan("30.00"), given.known().balances().cashIn(CH));
        ClaimedBack.holds(given.known(), given.known().recoveries().clawbacks().of(CB));
        ClaimedBack.does(given, ClaimedBack.restitution("30.00"));
        ClaimedBack.writtenAndRead(given.known());
    }

    @Test
    void it_may_come_back_in_parts_and_not_a_fen_more() {
        Given given = restored();
        ClaimedBack.does(given, wish(CEN, "10.01"));
        RecordRestitutionReturn rest = new RecordRestitutionReturn(null, CB, restoration, CEN, "back-21", yuan("20.00"), "上级退回");
        given.when(rest).thenRefused(RESTORED_EXCEEDED, CB);
        ClaimedBack.does(given, new RecordRestitutionReturn(null, CB, restoration, CEN, "back-21", yuan("19.99"), "上级退回"));
        ClaimedBack.holds(given.known(), given.known().recoveries().clawbacks().of(CB));
    }

    @Test
    void of_the_own_treasury_only_as_far_as_cash_and_authority_are_still_there() {
        Given given = restored();
        assertEquals(List.of("TREASURY_CASH CTY -10.00", "RECOVERY_HOLDING CTY 10.00", "EXPENDED CTY -10.00", "ALLOTTED CTY 10.00"),
                ClaimedBack.lines(given.when(wish(CTY, "10.00")).facts().getFirst()));
        given.and(approved(B2, row(1, CTY_H1, "40.01")));
        given.when(wish(CTY, "10.00")).thenRefused(ALLOTMENT_EXCEEDED, CTY_H1);
        given.and(paid(B2, row(1, CTY_H1, "40.01")));
        given.when(wish(CTY, "9.99")).facts();
    }

    @Test
    void cash_that_was_paid_out_since_cannot_go_back() {
        Given given = restored();
        given.and(allotted(SECOND, H1, CTY, "50.00"));
        given.and(approved(B2, row(1, SECOND, "50.00")))
                .and(paid(B2, row(1, SECOND, "50.00")));
        given.when(wish(CTY, "0.01")).thenRefused(CASH_EXCEEDED, CT);
    }

    @Test
    void it_names_the_restoration_its_source_and_a_new_reference() {
        Given given = restored();
        given.when(new RecordRestitutionReturn(null, CB, restoration - 1, CEN, "back-20", yuan("1.00"), "退回")).thenRefused(RESTORATION_UNKNOWN, CB);
        given.when(wish(new FundSourceCode("PRO"), "1.00")).thenRefused(RESTORATION_UNKNOWN, CB);
        given.when(new RecordRestitutionReturn(null, CB, restoration, CEN, "in-20", yuan("1.00"), "退回")).thenRefused(NUMBER_USED, "in-20");
        given.when(new RecordRestitutionReturn(PAYDAY.plusDays(60), CB, restoration, CEN, "back-20", yuan("1.00"), "退回"))
                .thenRefused(DATE_BEFORE_ORIGINAL, restoration);
        ClaimedBack.does(given, wish(CEN, "1.00"));
        given.when(wish(CEN, "1.00")).thenRefused(NUMBER_USED, "back-20");
    }

    @Test
    void what_an_appeal_gave_back_is_not_restored_but_held_for_its_refund() {
        Given given = funded().and(ClaimedBack.accounts()).and(upward("CEN"))
                .and(approved(B1, row(1, CEN_H1, "60.00"))).and(paid(B1, row(1, CEN_H1, "60.00")))
                .and(ClaimedBack.determined(H1, "CEN 30.00"));
        ClaimedBack.does(given, ClaimedBack.recovery("30.00", "in-20"));
        ClaimedBack.does(given, new FileAppeal(null, H1, CB, null, false, "属实"));
        ClaimedBack.does(given.by(OTHER), new DecideAppeal(null, DOCUMENT, CB, ClaimedBack.amounts("claim-1 20.00"), "部分属实"));
        given.when(ClaimedBack.restitution("10.01")).thenRefused(HOLDING_EXCEEDED, CB);
        ClaimedBack.does(given, ClaimedBack.restitution("10.00"));
        ClaimedBack.does(given, new PayClawbackRefund(null, CB, CH, accountOf(H1), "out-20", yuan("20.00")));
        ClaimedBack.holds(given.known(), given.known().recoveries().clawbacks().of(CB));
    }

    private static PayClawbackRefund refund(BankAccountId from, String yuan, String bankRef) {
        return new PayClawbackRefund(null, CB, from, accountOf(H1), bankRef, yuan(yuan));
    }

    /** All of it was restored, and 20.01 of 40.00 granted back: 15.01 of CEN and 5.00 of CTY. */
    private Given granted() {
        Given given = restored();
        ClaimedBack.does(given, new ReopenAppeal(null, DOCUMENT, CB, false, "法院判决"));
        ClaimedBack.does(given.by(OTHER), new DecideAppeal(null, DOCUMENT, CB, ClaimedBack.amounts("claim-1 20.01"), "部分属实"));
        assertEquals(Map.of(CEN, yuan("15.01"), CTY, yuan("5.00")),
                given.known().recoveries().clawbacks().refundDue(given.known().recoveries().clawbacks().of(CB)));
        return given;
    }

    @Test
    void a_source_that_came_back_is_refunded_while_another_is_waited_for_and_each_ends_at_what_is_due_of_it() {
        Given given = granted();
        given.when(refund(CH, "0.01", "out-1")).thenRecorded(HOLDING_EXCEEDED, CB);
        ClaimedBack.does(given, wish(CEN, "15.01"));
        given.when(refund(CH, "15.02", "out-1")).thenRecorded(HOLDING_EXCEEDED, CB);
        assertEquals(List.of("REFUND_DUE CEN 15.01", "RECOVERY_HOLDING CEN -15.01"), ClaimedBack.lines(ClaimedBack.does(given, refund(CH, "15.01", "out-1"))));
        ClaimedBack.holds(given.known(), given.known().recoveries().clawbacks().of(CB));
        given.when(new CloseCase(null, ClaimedBack.CASE, "结案")).thenRecorded(CASE_MONEY_OPEN, ClaimedBack.CASE);
        ClaimedBack.does(given, new RecordRestitutionReturn(null, CB, restoration, CTY, "back-21", yuan("5.00"), "退回"));
        given.when(refund(CH, "5.01", "out-2")).thenRecorded(REFUND_DUE_EXCEEDED, CB);
        assertEquals(List.of("REFUND_DUE CTY 5.00", "RECOVERY_HOLDING CTY -5.00"), ClaimedBack.lines(ClaimedBack.does(given, refund(CH, "5.00", "out-2"))));
        ClaimedBack.holds(given.known(), given.known().recoveries().clawbacks().of(CB));
        ClaimedBack.does(given, new CloseCase(null, ClaimedBack.CASE, "结案"));
    }

    @Test
    void a_part_is_split_over_what_is_held_of_each_source_by_the_largest_remainder_and_of_none_more_than_is_due() {
        Given given = granted();
        ClaimedBack.does(given, wish(CEN, "20.00"));
        ClaimedBack.does(given, new RecordRestitutionReturn(null, CB, restoration, CTY, "back-21", yuan("2.00"), "退回"));
        assertEquals(List.of("REFUND_DUE CEN 8.83", "RECOVERY_HOLDING CEN -8.83", "REFUND_DUE CTY 1.18", "RECOVERY_HOLDING CTY -1.18"),
                ClaimedBack.lines(ClaimedBack.does(given, refund(CH, "10.01", "out-1"))), "10.01 over 15.01 and 2.00");
        given.when(refund(CH, "7.01", "out-2")).thenRecorded(HOLDING_EXCEEDED, CB);
        assertEquals(List.of("REFUND_DUE CEN 6.18", "RECOVERY_HOLDING CEN -6.18", "REFUND_DUE CTY 0.82", "RECOVERY_HOLDING CTY -0.82"),
                ClaimedBack.lines(ClaimedBack.does(given, refund(CH, "7.00", "out-2"))));
        ClaimedBack.does(given, ClaimedBack.restitution("4.99"));
        ClaimedBack.holds(given.known(), given.known().recoveries().clawbacks().of(CB));
    }
}
