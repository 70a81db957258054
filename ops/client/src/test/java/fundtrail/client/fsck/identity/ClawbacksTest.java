package fundtrail.client.fsck.identity;

import static fundtrail.client.fsck.identity.Made.ALLOTMENT;
import static fundtrail.client.fsck.identity.Made.CB1;
import static fundtrail.client.fsck.identity.Made.CEN;
import static fundtrail.client.fsck.identity.Made.CLAIM;
import static fundtrail.client.fsck.identity.Made.CLAWBACK;
import static fundtrail.client.fsck.identity.Made.COUNTY;
import static fundtrail.client.fsck.identity.Made.CT;
import static fundtrail.client.fsck.identity.Made.H1;
import static fundtrail.client.fsck.identity.Made.HELD;
import static fundtrail.client.fsck.identity.Made.OWNER;
import static fundtrail.client.fsck.identity.Made.SOURCE;
import static fundtrail.client.fsck.identity.Made.advanced;
import static fundtrail.client.fsck.identity.Made.broken;
import static fundtrail.client.fsck.identity.Made.determined;
import static fundtrail.client.fsck.identity.Made.hold;
import static fundtrail.client.fsck.identity.Made.lines;
import static fundtrail.client.fsck.identity.Made.moved;
import static fundtrail.client.fsck.identity.Made.recovered;
import static fundtrail.client.fsck.identity.Made.yuan;
import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.ALLOTTED;
import static fundtrail.contract.Account.CHARGES_INCOME;
import static fundtrail.contract.Account.CLAWBACK_RECEIVABLE;
import static fundtrail.contract.Account.EXPENDED;
import static fundtrail.contract.Account.RECOVERY_HOLDING;
import static fundtrail.contract.Account.REFUND_DUE;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.WRITE_OFF;

import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.AppealDecided;
import fundtrail.contract.fact.AppealDecided.ReducedOfSource;
import fundtrail.contract.fact.AppealFiled.Against;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.fact.ClawbackRecovered;
import fundtrail.contract.fact.ClawbackRefundPaid;
import fundtrail.contract.fact.ClawbackWrittenOff;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.FundSourceRestored;
import fundtrail.contract.fact.FundSourceRestored.RestoredOfSource;
import fundtrail.contract.fact.WriteOffReinstated;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.PayeeAccountId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each identity of claw-backs is found broken where it is. */
class ClawbacksTest {
    private static final Purse HOLDING = SOURCE.forClawback(CB1).in(HELD);

    private static List<Fact> taken(Fact... more) {
        List<Fact> facts = new ArrayList<>(advanced());
        facts.add(determined(CB1, "10.00", "10.00", "12.00"));
        facts.addAll(Arrays.asList(more));
        return facts;
    }

    private static AppealDecided reduced(String outstanding, String refundDue) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.debit(ADVANCES, OWNER, yuan(outstanding).plus(yuan(refundDue))));
        if (!yuan(outstanding).isZero()) {
            lines.add(Line.credit(CLAWBACK_RECEIVABLE, CLAWBACK, yuan(outstanding)));
        }
        lines.add(Line.credit(REFUND_DUE, CLAWBACK, yuan(refundDue)));
        var amount = yuan(outstanding).plus(yuan(refundDue));
        return new AppealDecided(Against.CLAWBACK, CB1, null, COUNTY, H1, null, amount, List.of(new ClaimAmount(CLAIM, amount)),
                List.of(new ReducedOfSource(CEN, yuan(outstanding), yuan(refundDue), ADVANCES)), "有据可查", lines(lines));
    }

    private static ClawbackRefundPaid refunded(String amount, String booked) {
        return new ClawbackRefundPaid(CB1, COUNTY, H1, H1, new PayeeAccountId("H1-main"), HELD, "ref", yuan(amount),
                List.of(new SourceAmount(CEN, yuan(amount))), lines(moved(REFUND_DUE, CLAWBACK, RECOVERY_HOLDING, HOLDING, booked)));
    }

    private static FundSourceRestored restored(String amount, String booked) {
        return new FundSourceRestored(CB1, COUNTY, H1, HELD, yuan(amount), List.of(new RestoredOfSource(CEN, yuan(amount), RestitutionTarget.ALLOTMENT)),
                lines(moved(TREASURY_CASH, SOURCE.forClawback(CB1).in(CT), RECOVERY_HOLDING, HOLDING, booked),
                        moved(EXPENDED, ALLOTMENT, ALLOTTED, ALLOTMENT, amount)));
    }

    private static ClawbackWrittenOff writtenOff(String amount, String booked) {
        return new ClawbackWrittenOff(CB1, COUNTY, H1, yuan(amount), "无可执行财产", List.of(new SourceAmount(CEN, yuan(amount))),
                lines(moved(WRITE_OFF, CLAWBACK, CLAWBACK_RECEIVABLE, CLAWBACK, booked)));
    }

    private static WriteOffReinstated reinstated(String amount) {
        return new WriteOffReinstated(CB1, COUNTY, H1, yuan(amount), "查到财产", List.of(new SourceAmount(CEN, yuan(amount))),
                lines(moved(CLAWBACK_RECEIVABLE, CLAWBACK, WRITE_OFF, CLAWBACK, amount)));
    }

    private static ClawbackRecovered recoveredAnd(List<Line> more) {
        return new ClawbackRecovered(CB1, COUNTY, H1, HELD, "rec", yuan("4.00"), List.of(new SourceAmount(CEN, yuan("4.00"))), null,
                recovered("4.00", "4.00").lines().and(more));
    }

    @Test
    void a_claw_back_in_order_passes() {
        hold(taken(recovered("6.00", "6.00"), reduced("1.00", "2.00"), refunded("2.00", "2.00"), restored("4.00", "4.00"), writtenOff("3.00", "3.00"),
                reinstated("1.00")), recovered("1.00", "1.00"));
    }

    @Test
    void what_is_owed_is_what_was_determined_and_did_not_come_in() {
        broken("ADVANCES = paid", advanced(), determined(CB1, "10.00", "10.01", "12.00"));
        broken("RECOVERY_HOLDING = recovered", taken(), recovered("4.00", "4.01"));
        broken("CLAWBACK_RECEIVABLE = determined", taken(), recoveredAnd(moved(CLAWBACK_RECEIVABLE, CLAWBACK, WRITE_OFF, CLAWBACK, "0.01")));
        broken("REFUND_DUE = granted", taken(), recoveredAnd(moved(REFUND_DUE, CLAWBACK, WRITE_OFF, CLAWBACK, "0.01")));
        broken("WRITE_OFF = written off", taken(), recoveredAnd(moved(WRITE_OFF, CLAWBACK, WRITE_OFF, OWNER, "0.01")));
        Purse other = SOURCE.forClawback(new ClawbackId("CB2")).in(HELD);
        broken("RECOVERY_HOLDING of a claw-back", taken(), recoveredAnd(moved(RECOVERY_HOLDING, other, RECOVERY_HOLDING, HOLDING, "0.01")));
        broken("paid − returned", taken(), recoveredAnd(moved(WRITE_OFF, CLAWBACK, CHARGES_INCOME, SOURCE, "0.01")));
    }

    @Test
    void no_term_of_a_claw_back_is_below_zero() {
        broken("ADVANCES ≥ 0", advanced(), determined(CB1, "40.01", "40.01", "40.01"));
        broken("what is outstanding of a claw-back ≥ 0", taken(), recovered("10.01", "10.01"));
        broken("what is held of a source ≥ 0", taken(recovered("6.00", "6.00")), restored("6.01", "6.01"));
        broken("what is to be refunded of a claw-back ≥ 0", taken(recovered("6.00", "6.00")), refunded("1.00", "1.00"));
        broken("every term of a claw-back ≥ 0", taken(recovered("6.00", "6.00"), writtenOff("2.00", "2.00")), reinstated("2.01"));
    }

    @Test
    void what_is_held_of_one_claw_back_pays_for_no_other() {
        ClawbackId second = new ClawbackId("CB2");
        List<Fact> facts = taken();
        facts.add(determined(second, "1.00", "1.00", "12.00"));
        facts.add(new ClawbackRecovered(second, COUNTY, H1, HELD, "rec-2", yuan("1.00"), List.of(new SourceAmount(CEN, yuan("1.00"))), null,
                lines(moved(RECOVERY_HOLDING, SOURCE.forClawback(second).in(HELD), CLAWBACK_RECEIVABLE, OWNER.forClawback(second), "1.00"))));
        broken("what is held of a claw-back ≥ 0", facts, restored("1.00", "1.00"));
    }

    @Test
    void of_a_claim_no_more_is_clawed_back_than_was_paid() {
        ClawbackId second = new ClawbackId("CB2");
        hold(taken(), determined(second, "2.00", "2.00", "12.00"));
        broken("determined of a claim ≤ paid: 330521 C-1", taken(), determined(second, "2.01", "2.01", "12.00"));
        hold(taken(reduced("2.00", "1.00")), determined(second, "5.00", "5.00", "12.00"));
    }

    @Test
    void a_claw_back_that_is_named_was_determined() {
        broken("a claw-back that is named was determined before: CB1", advanced(), recovered("1.00", "1.00"));
    }
}
