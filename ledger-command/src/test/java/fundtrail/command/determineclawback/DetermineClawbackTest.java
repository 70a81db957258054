package fundtrail.command.determineclawback;

import static fundtrail.command.decide.RefusalCode.APPEAL_OPEN;
import static fundtrail.command.decide.RefusalCode.CASE_CLOSED;
import static fundtrail.command.decide.RefusalCode.CASE_MONEY_OPEN;
import static fundtrail.command.decide.RefusalCode.CLAIM_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.CLAIM_FLAGGED;
import static fundtrail.command.decide.RefusalCode.CLAIM_IN_CASE;
import static fundtrail.command.decide.RefusalCode.CLAIM_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FLAGGER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.HEADS_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.HEADS_PAY_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.HOLDING_EXCEEDED;
import static fundtrail.command.kit.Given.given;
import static fundtrail.command.kit.Sample.BPH;
import static fundtrail.command.kit.Sample.YEAR;
import static fundtrail.command.kit.Sample.yuan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fundtrail.command.kit.ClaimedBack;
import fundtrail.command.closecase.CloseCase;
import fundtrail.command.disbursebatch.DisburseBatch.Row;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.flagclaim.FlagClaim;
import fundtrail.command.flagclaim.FlagClaim.InventedHeads;
import fundtrail.command.kit.Batches;
import fundtrail.command.kit.Given;
import fundtrail.command.kit.Sample;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.opencase.OpenCase;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.PaymentBasis.Heads;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetermineClawbackTest {
    private static final InstitutionId K3 = new InstitutionId("K3");
    private static final ClaimId HEADS = new ClaimId("HEADS-K3");
    private static final List<String> PAID = List.of("CEN 353889.56", "CIT 107113.58", "CTY 149352.69");

    /** 12,007 heads at 61.00 for ten months, paid out of three sources; 97 of them are suspected. */
    private static Given prepaid(int invented) {
        Given ledger = given(Sample.institution(K3), Sample.treasuryAccount(), Sample.payeeAccount(K3),
                        ClaimedBack.source("CEN", Level.CENTRAL, RestitutionTarget.UPPER_LEVEL),
                        ClaimedBack.source("CIT", Level.CITY, RestitutionTarget.UPPER_LEVEL),
                        ClaimedBack.source("CTY", Level.COUNTY, RestitutionTarget.TREASURY))
                .and(ClaimedBack.accounts());
        Heads heads = new Heads(12_007, Fraction.of(61), 10);
        List<Row> rows = new ArrayList<>();
        for (String paid : PAID) {
            FundSourceCode source = new FundSourceCode(paid.split(" ")[0]);
            AllotmentId allotment = new AllotmentId(source + "-K3");
            ledger.and(Sample.allotted(allotment, K3, source, "500000.00"), Sample.received(source, "500000.00", "in-" + source));
            rows.add(new Row(rows.size() + 1, PaymentKind.CAPITATION, K3, Sample.accountOf(K3), allotment, yuan(paid.split(" ")[1]),
                    "人头费", null, null, PaymentBasis.of(heads)));
        }
        ledger.on(Batches.PAYDAY).and(Batches.approved(Batches.B1, rows.toArray(Row[]::new)));
        ClaimedBack.does(ledger, new ExecuteBatch(null, Batches.B1));
        ClaimedBack.does(ledger, new FlagClaim(null, HEADS, new InventedHeads(K3, BPH, YEAR, invented), FraudType.FALSE_CLAIM, "查无此人", null));
        ClaimedBack.does(ledger, new OpenCase(null, ClaimedBack.CASE, "虚报人数", List.of(HEADS)));
        return ledger;
    }

    @Test
    void invented_heads_are_clawed_back_from_the_advances_and_restored_to_their_allotments() {
        Given ledger = prepaid(97);
        assertEquals(List.of("CLAWBACK_RECEIVABLE CEN 2858.94", "ADVANCES CEN -2858.94", "CLAWBACK_RECEIVABLE CIT 865.33",
                        "ADVANCES CIT -865.33", "CLAWBACK_RECEIVABLE CTY 1206.56", "ADVANCES CTY -1206.56"),
                ClaimedBack.lines(ClaimedBack.does(ledger, ClaimedBack.determination("HEADS-K3 4930.83"))));
        assertEquals(List.of("RECOVERY_HOLDING CEN 2858.94", "CLAWBACK_RECEIVABLE CEN -2858.94", "RECOVERY_HOLDING CIT 865.33",
                        "CLAWBACK_RECEIVABLE CIT -865.33", "RECOVERY_HOLDING CTY 1206.56", "CLAWBACK_RECEIVABLE CTY -1206.56"),
                ClaimedBack.lines(ClaimedBack.does(ledger, ClaimedBack.recovery("4930.83", "in-9"))));
        ledger.when(ClaimedBack.restitution("4930.83")).thenRefused(APPEAL_OPEN, ClaimedBack.CB);
        ClaimedBack.does(ledger, ClaimedBack.waiver(K3));
        assertEquals(List.of("TREASURY_CASH CEN 2858.94", "RECOVERY_HOLDING CEN -2858.94", "EXPENDED CEN 2858.94", "ALLOTTED CEN -2858.94",
                        "TREASURY_CASH CIT 865.33", "RECOVERY_HOLDING CIT -865.33", "EXPENDED CIT 865.33", "ALLOTTED CIT -865.33",
                        "TREASURY_CASH CTY 1206.56", "RECOVERY_HOLDING CTY -1206.56", "EXPENDED CTY 1206.56", "ALLOTTED CTY -1206.56"),
                ClaimedBack.lines(ClaimedBack.does(ledger, ClaimedBack.restitution("4930.83"))));
        ClaimedBack.holds(ledger.known(), ledger.known().recoveries().clawbacks().of(ClaimedBack.CB));
        ledger.when(ClaimedBack.restitution("0.01")).thenRefused(HOLDING_EXCEEDED, ClaimedBack.CB);
        ClaimedBack.does(ledger, new CloseCase(null, ClaimedBack.CASE, "已追缴并归还"));
        ledger.when(new CloseCase(null, ClaimedBack.CASE, "再结")).thenRefused(CASE_CLOSED, ClaimedBack.CASE);
    }

    @Test
    void a_claim_is_clawed_back_up_to_what_it_was_paid_and_once() {
        Given ledger = prepaid(97);
        ledger.when(ClaimedBack.determination("HEADS-K3 4930.84")).thenRefused(CLAIM_EXCEEDED, HEADS);
        ClaimedBack.does(ledger, ClaimedBack.determination("HEADS-K3 4930.82"));
        DetermineClawback again = new DetermineClawback(null, Sample.DOCUMENT, new ClawbackId("CB-2"), ClaimedBack.CASE,
                ClaimedBack.amounts("HEADS-K3 0.02"), Sample.DAY.plusDays(9));
        ledger.when(again).thenRefused(CLAIM_EXCEEDED, HEADS);
        ledger.when(new CloseCase(null, ClaimedBack.CASE, "结案")).thenRefused(CASE_MONEY_OPEN, ClaimedBack.CASE);
    }

    @Test
    void whoever_flagged_does_not_determine() {
        Given ledger = prepaid(97);
        ClaimedBack.does(ledger.by(Sample.OTHER), new CloseCase(null, ClaimedBack.CASE, "另案处理"));
        ClaimId flagged = new ClaimId("HEADS-2");
        ClaimedBack.does(ledger, new FlagClaim(null, flagged, new InventedHeads(K3, BPH, YEAR, 1), FraudType.FALSE_CLAIM, "查无此人", null));
        ClaimedBack.does(ledger, new OpenCase(null, new CaseId("CASE-2"), "虚报人数", List.of(flagged)));
        DetermineClawback wish = new DetermineClawback(null, Sample.DOCUMENT, ClaimedBack.CB, new CaseId("CASE-2"),
                ClaimedBack.amounts("HEADS-2 50.83"), Sample.DAY.plusDays(9));
        ledger.when(wish).thenRefused(FLAGGER_CONFLICT, flagged);
        ClaimedBack.does(ledger.by(Sample.TESTER), wish);
    }

    @Test
    void no_more_heads_are_flagged_than_were_paid_for_and_none_twice() {
        Given ledger = prepaid(12_007);
        ledger.when(new FlagClaim(null, HEADS, null, FraudType.FALSE_CLAIM, "查无此人", null)).thenRefused(CLAIM_FLAGGED, HEADS);
        ledger.when(new FlagClaim(null, new ClaimId("X"), null, FraudType.FALSE_CLAIM, "查无此人", null)).thenRefused(CLAIM_UNKNOWN, "X");
        ledger.when(new FlagClaim(null, new ClaimId("X"), new InventedHeads(K3, BPH, YEAR, 12_008), FraudType.FALSE_CLAIM, "查无此人", null))
                .thenRefused(HEADS_EXCEEDED, "X");
        ledger.when(new OpenCase(null, new CaseId("CASE-2"), "同一申报", List.of(HEADS))).thenRefused(CLAIM_IN_CASE, HEADS);
    }

    private static FlagClaim flag(String claim, int heads) {
        return new FlagClaim(null, new ClaimId(claim), new InventedHeads(K3, BPH, YEAR, heads), FraudType.FALSE_CLAIM, "查无此人", null);
    }

    @Test
    void all_heads_flagged_together_are_no_more_than_were_paid_for() {
        Given ledger = prepaid(97);
        ledger.when(flag("HEADS-2", 11_911)).thenRefused(HEADS_EXCEEDED, "HEADS-2");
        ClaimedBack.does(ledger, flag("HEADS-2", 11_910));
        ledger.when(flag("HEADS-3", 1)).thenRefused(HEADS_EXCEEDED, "HEADS-3");
    }

    /** Seven heads are prepaid for two months more: of 194 flagged heads as many are among the seven, and not twice. */
    @Test
    void all_invented_heads_together_are_clawed_back_up_to_what_they_were_paid() {
        Given ledger = prepaid(97);
        Row more = new Row(1, PaymentKind.CAPITATION, K3, Sample.accountOf(K3), new AllotmentId("CEN-K3"), yuan("71.17"), "人头费", null, null,
                PaymentBasis.of(new Heads(7, Fraction.of(61), 2)));
        ledger.and(Batches.approved(Batches.B2, more));
        ClaimedBack.does(ledger, new ExecuteBatch(null, Batches.B2));
        ClaimedBack.does(ledger, flag("HEADS-2", 97));
        ClaimedBack.does(ledger, new OpenCase(null, new CaseId("CASE-2"), "虚报人数", List.of(new ClaimId("HEADS-2"))));
        ClaimedBack.does(ledger, ClaimedBack.determination("HEADS-K3 5002.00"));
        ledger.when(second("4930.84")).thenRecorded(HEADS_PAY_EXCEEDED, new InstitutionYear(K3, BPH, YEAR));
        ClaimedBack.does(ledger, second("4930.83"));
    }

    private static DetermineClawback second(String yuan) {
        return new DetermineClawback(null, Sample.DOCUMENT, new ClawbackId("CB-2"), new CaseId("CASE-2"),
                ClaimedBack.amounts("HEADS-2 " + yuan), Sample.DAY.plusDays(9));
    }
}
