package fundtrail.command.recordrestitutionreturn;

import static fundtrail.command.decide.RefusalCode.ALLOTMENT_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.CASH_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_ORIGINAL;
import static fundtrail.command.decide.RefusalCode.HOLDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
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

import fundtrail.command.decideappeal.DecideAppeal;
import fundtrail.command.fileappeal.FileAppeal;
import fundtrail.command.issuerecoverydemand.IssueRecoveryDemand;
import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.kit.Given;
import fundtrail.command.payclawbackrefund.PayClawbackRefund;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.RestitutionReturned;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.FundSourceCode;
import java.io.IOException;
import java.util.List;
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
}
