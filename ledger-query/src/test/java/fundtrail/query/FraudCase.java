package fundtrail.query;

import static fundtrail.contract.Account.ADVANCES;
import static fundtrail.contract.Account.CHARGES_INCOME;
import static fundtrail.contract.Account.CHARGES_RECEIVABLE;
import static fundtrail.contract.Account.CLAWBACK_RECEIVABLE;
import static fundtrail.contract.Account.RECOVERY_HOLDING;
import static fundtrail.contract.Account.REFUND_DUE;
import static fundtrail.contract.Account.RETURNED_TO_UPPER_LEVEL;
import static fundtrail.contract.Account.TREASURY_CASH;
import static fundtrail.contract.Account.WRITE_OFF;
import static fundtrail.contract.Line.credit;
import static fundtrail.contract.Line.debit;
import static fundtrail.query.Chenghu.BPH;
import static fundtrail.query.Chenghu.COUNTY;
import static fundtrail.query.Chenghu.YEAR;
import static fundtrail.query.Chenghu.yuan;

import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Purse;
import fundtrail.contract.Role;
import fundtrail.contract.fact.AppealDecided.ReducedOfSource;
import fundtrail.contract.fact.AppealDecided;
import fundtrail.contract.fact.AppealFiled.Against;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.CaseOpened;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.fact.ClaimFlagged;
import fundtrail.contract.fact.ClawbackDetermined.DeterminedOfSource;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.fact.ClawbackRecovered;
import fundtrail.contract.fact.ClawbackWrittenOff;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.fact.FraudType;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.fact.FundSourceRestored.RestoredOfSource;
import fundtrail.contract.fact.FundSourceRestored;
import fundtrail.contract.fact.InformantRecorded;
import fundtrail.contract.fact.InspectionFindingRecorded;
import fundtrail.contract.fact.InstitutionMergedRows;
import fundtrail.contract.fact.PenaltyAssessed;
import fundtrail.contract.fact.RecoveryDemandIssued;
import fundtrail.contract.fact.TipOffRecorded;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ChargeId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FindingId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.TipOffId;
import java.time.LocalDate;
import java.util.List;

/**
 * H1's checks of the elderly were never done. Of {@link ServiceYear}'s work they are 1,000 of 2,000 equivalents; 35,000.00
 * were advanced, six parts of CEN and one of CTY, for 7,500.00 earned: they were paid 3,750.00, 3,214.29 and 535.71.
 */
final class FraudCase {
    static final ClawbackId CB1 = new ClawbackId("CB1");
    static final InstitutionId H1 = new InstitutionId("H1");
    static final BankAccountId HELD = new BankAccountId("CH");
    private static final ClaimId CHECKS = new ClaimId("H1.3");

    /** Of H2, in a case in which nothing is found yet. */
    private static final ClaimId HEADS = new ClaimId("H2-HEADS");

    private FraudCase() {}

    /** Up to the determination, and a penalty. */
    static void write(WrittenLedger ledger) {
        ledger.on("2018-03-23").signedBy(Role.IN, "p-in").write(
                new TipOffRecorded(new TipOffId("TIP-1"), COUNTY, H1, TipOffRecorded.Channel.LETTER, LocalDate.of(2018, 3, 20), "体检未做而上报", "cd".repeat(32)),
                new InformantRecorded(new TipOffId("TIP-1"), new PersonRef("p-told")));
        ledger.write(flagged("H1", COUNTY),
                new CaseOpened(new CaseId("case-1"), COUNTY, H1, CaseOpened.Origin.TIP_OFF, new TipOffId("TIP-1"), "虚报老年人健康体检", List.of(CHECKS), null));
        ledger.write(new InspectionFindingRecorded(new FindingId("F-1"), COUNTY, H1, null, LocalDate.of(2018, 3, 23), "未建立体检台账", null));
        ledger.write(new TipOffRecorded(new TipOffId("TIP-2"), COUNTY, null, TipOffRecorded.Channel.TELEPHONE, LocalDate.of(2018, 3, 22), "药款去向不明", null));
        ledger.signedBy(Role.IN, "p-nin").write(flagged("N1", Chenghu.NEIGHBOUR),
                new TipOffRecorded(new TipOffId("TIP-N"), Chenghu.NEIGHBOUR, new InstitutionId("N1"), TipOffRecorded.Channel.VISIT,
                        LocalDate.of(2018, 3, 22), "人头不符", null));
        ledger.signedBy(Role.LO, "p-lo", Role.CA, "p-ca").write(determined());
        ledger.write(penalty());
        ledger.signedBy(Role.IN, "p-in").write(new ClaimFlagged(HEADS, COUNTY, new InstitutionId("H2"), BPH, YEAR, null, 12,
                        FraudType.FALSE_CLAIM, "人头虚增", null, null),
                new CaseOpened(new CaseId("case-2"), COUNTY, new InstitutionId("H2"), CaseOpened.Origin.INSPECTION, null, "虚报人头",
                        List.of(HEADS), null));
    }

    private static ClaimFlagged flagged(String institution, DivisionCode division) {
        return new ClaimFlagged(new ClaimId(institution + ".3"), division, new InstitutionId(institution), BPH, YEAR,
                new ReportId("VOL-" + institution), null, FraudType.FALSE_CLAIM, "体检人次与就诊记录不符", "ab".repeat(32), null);
    }

    static ClawbackDetermined determined() {
        return new ClawbackDetermined(CB1, new CaseId("case-1"), COUNTY, H1, BPH, YEAR, yuan("3750.00"),
                List.of(new DeterminedClaim(CHECKS, yuan("3750.00"), yuan("3750.00"))),
                List.of(new DeterminedOfSource(source("CEN"), yuan("3214.29"), ADVANCES),
                        new DeterminedOfSource(source("CTY"), yuan("535.71"), ADVANCES)),
                LocalDate.of(2018, 5, 1), Lines.of(
                        debit(CLAWBACK_RECEIVABLE, owed("CEN"), yuan("3214.29")), credit(ADVANCES, owed("CEN"), yuan("3214.29")),
                        debit(CLAWBACK_RECEIVABLE, owed("CTY"), yuan("535.71")), credit(ADVANCES, owed("CTY"), yuan("535.71"))));
    }

    private static PenaltyAssessed penalty() {
        Purse treasury = Purse.of(COUNTY, YEAR, source("GEN"));
        return new PenaltyAssessed(new ChargeId("PEN1"), COUNTY, H1, source("GEN"), YEAR, yuan("375.00"), "财政违法行为处罚处分条例第十四条", CB1,
                Lines.of(debit(CHARGES_RECEIVABLE, treasury.of(H1, null), yuan("375.00")), credit(CHARGES_INCOME, treasury, yuan("375.00"))));
    }

    static RecoveryDemandIssued demanded(String dueOn) {
        return new RecoveryDemandIssued(CB1, COUNTY, H1, yuan("3750.00"), LocalDate.parse(dueOn));
    }

    static ClawbackRecovered recovered(String bankRef, String cen, String cty) {
        return new ClawbackRecovered(CB1, COUNTY, H1, HELD, bankRef, yuan(cen).plus(yuan(cty)),
                List.of(new SourceAmount(source("CEN"), yuan(cen)), new SourceAmount(source("CTY"), yuan(cty))), null, Lines.of(
                        debit(RECOVERY_HOLDING, held("CEN"), yuan(cen)), credit(CLAWBACK_RECEIVABLE, owed("CEN"), yuan(cen)),
                        debit(RECOVERY_HOLDING, held("CTY"), yuan(cty)), credit(CLAWBACK_RECEIVABLE, owed("CTY"), yuan(cty))));
    }

    /** Of each source the first part was outstanding, the second is refunded. */
    static AppealDecided reduced(String cen, String cenBack, String cty, String ctyBack) {
        var amount = yuan(cen).plus(yuan(cenBack)).plus(yuan(cty)).plus(yuan(ctyBack));
        return new AppealDecided(Against.CLAWBACK, CB1, null, COUNTY, H1, null, amount, List.of(new ClaimAmount(CHECKS, amount)),
                List.of(new ReducedOfSource(source("CEN"), yuan(cen), yuan(cenBack), ADVANCES),
                        new ReducedOfSource(source("CTY"), yuan(cty), yuan(ctyBack), ADVANCES)), "部分体检有据可查", Lines.of(
                        debit(ADVANCES, owed("CEN"), yuan(cen).plus(yuan(cenBack))), credit(CLAWBACK_RECEIVABLE, owed("CEN"), yuan(cen)),
                        credit(REFUND_DUE, owed("CEN"), yuan(cenBack)),
                        debit(ADVANCES, owed("CTY"), yuan(cty).plus(yuan(ctyBack))), credit(CLAWBACK_RECEIVABLE, owed("CTY"), yuan(cty)),
                        credit(REFUND_DUE, owed("CTY"), yuan(ctyBack))));
    }

    /** CEN to the upper level, CTY to the treasury. */
    static FundSourceRestored restored(String cen, String cty) {
        return new FundSourceRestored(CB1, COUNTY, H1, HELD, yuan(cen).plus(yuan(cty)),
                List.of(new RestoredOfSource(source("CEN"), yuan(cen), RestitutionTarget.UPPER_LEVEL),
                        new RestoredOfSource(source("CTY"), yuan(cty), RestitutionTarget.TREASURY)), Lines.of(
                        debit(RETURNED_TO_UPPER_LEVEL, own("CEN"), yuan(cen)), credit(RECOVERY_HOLDING, held("CEN"), yuan(cen)),
                        debit(TREASURY_CASH, own("CTY").in(Chenghu.TREASURY), yuan(cty)), credit(RECOVERY_HOLDING, held("CTY"), yuan(cty))));
    }

    static ClawbackWrittenOff writtenOff(String cen) {
        return new ClawbackWrittenOff(CB1, COUNTY, H1, yuan(cen), "无可执行财产", List.of(new SourceAmount(source("CEN"), yuan(cen))),
                Lines.of(debit(WRITE_OFF, owed("CEN"), yuan(cen)), credit(CLAWBACK_RECEIVABLE, owed("CEN"), yuan(cen))));
    }

    /** What is owed goes over to a legal successor. */
    static InstitutionMergedRows goesOver(String into, String cen, String cty) {
        InstitutionId successor = new InstitutionId(into);
        return new InstitutionMergedRows(H1, successor, 1, Lines.of(
                debit(CLAWBACK_RECEIVABLE, owed("CEN"), yuan(cen)).red(),
                debit(CLAWBACK_RECEIVABLE, own("CEN").of(successor, BPH), yuan(cen)),
                debit(CLAWBACK_RECEIVABLE, owed("CTY"), yuan(cty)).red(),
                debit(CLAWBACK_RECEIVABLE, own("CTY").of(successor, BPH), yuan(cty))));
    }

    /** What a payment with an offset posts besides the payment. */
    static List<Line> offset(String cen) {
        return List.of(debit(Account.RECOVERY_HOLDING, own("CEN").in(Chenghu.TREASURY), yuan(cen)),
                credit(CLAWBACK_RECEIVABLE, owed("CEN"), yuan(cen)));
    }

    private static Purse owed(String source) {
        return Purse.of(COUNTY, YEAR, source(source)).of(H1, BPH).forClawback(CB1);
    }

    private static Purse own(String source) {
        return Purse.of(COUNTY, YEAR, source(source)).forClawback(CB1);
    }

    private static Purse held(String source) {
        return own(source).in(HELD);
    }

    private static FundSourceCode source(String code) {
        return new FundSourceCode(code);
    }
}
