package fundtrail.command.authority;

import static fundtrail.contract.Role.*;

import fundtrail.contract.Body;
import fundtrail.contract.fact.AuthorityMatrixSet;
import fundtrail.contract.fact.AuthorityMatrixSet.Row;
import fundtrail.contract.fact.AuthorityMatrixSet.Signer;
import java.util.List;

/**
 * The authority matrix (分工表) a ledger opens with: whose signatures each command needs, first to last. A bureau sets
 * its own with {@code set-authority-matrix}.
 */
public final class DefaultMatrix {
    /** Whoever signs anything may be away. */
    private static final List<Signer> WORKING = Signer.anyOf(CL, CK, CA, BH, BO, CS, HO, IN, LO, FC, AD);
    private static final List<Signer> SUPERIOR = Signer.anyOf(CA, BH);

    /** What one body pays by and the other measures with: the finance bureau proposes and approves, the health authority checks. */
    private static final List<List<Signer>> BOTH_BODIES = List.of(
            List.of(new Signer(BO, Body.FINANCE, null)), Signer.anyOf(HO), List.of(new Signer(CA, Body.FINANCE, null)));

    private static final AuthorityMatrixSet MATRIX = new AuthorityMatrixSet(List.of(
            // People
            Row.of("RegisterPerson", AD, CA),
            Row.of("ErasePerson", AD, CA),
            Row.of("GrantRole", AD, CA),
            Row.of("RevokeRole", AD, CA),
            Row.of("SetAuthorityMatrix", AD, CA),
            new Row("GrantDelegation", List.of(WORKING, SUPERIOR)),
            new Row("RevokeDelegation", List.of(WORKING, SUPERIOR)),

            // Master data
            Row.of("PublishRuleSet", BO, CA),
            Row.of("RegisterInstitution", CL, CK),
            Row.of("ChangeInstitution", CL, CK),
            Row.of("MergeInstitution", CL, CK, CA),
            Row.of("FormMedicalCommunity", CL, CK),
            Row.of("ChangeMembership", CL, CK),
            Row.of("RegisterFundSource", BO, CA),
            Row.of("RegisterTreasuryAccount", CK, CA),
            Row.of("RegisterPayeeAccount", CL, CK),
            Row.of("ClosePayeeAccount", CL, CK),

            // Entitlement
            new Row("SetRate", BOTH_BODIES),

            // Authority and money in
            Row.of("RecordOpeningBalance", CL, CK, CA),
            Row.of("ApproveBudget", BO, CK, CA),
            Row.of("ReduceBudget", CL, CK, CA),
            Row.of("RecordTransferNotice", CL, CK),
            Row.of("AllotBudget", BO, CA),
            Row.of("ReallocateBudget", BO, CA),
            Row.of("RecordFundReceipt", CS),
            Row.of("RecordTransferReceipt", CS),
            Row.of("CommitMatching", BO, CA),
            Row.of("PayMatching", BO, CA),
            Row.of("PassDownTransfer", CL, CK, CA),
            Row.of("RecordUsePlan", BO),
            Row.of("ReverseEntry", CL, CK, CA),

            // From volumes to the settled year
            new Row("PublishWorkEquivalentSchedule", BOTH_BODIES),
            new Row("DeterminePurchasePool", BOTH_BODIES),
            new Row("FixUnitStandard", BOTH_BODIES),
            Row.of("SignAgreement", CA, IS),
            new Row("ReportServiceVolume", List.of(Signer.anyOf(HO, IA))),
            Row.of("EvaluatePerformance", HO),
            Row.of("ComputeEntitlement", HO),
            Row.of("ApproveFundingPlan", BO, CK, CA),
            Row.of("FinalizeSettlement", CL, CK, CA),
            Row.of("ReopenSettlement", CK, CA),
            new Row("ConfirmSettlement", List.of(Signer.anyOf(IS, IA))),
            new Row("DisputeSettlement", List.of(Signer.anyOf(IS, IA))),
            Row.of("RecordSettlementRefund", CS),

            // Payments
            Row.of("DisburseBatch", CL, CK, CA),
            Row.of("ExecuteBatch", CS),
            Row.of("CancelBatch", CS),
            Row.of("SendPaymentFile", CS),
            Row.of("ConfirmPayment", CS),
            Row.of("ReturnPayment", CS),

            // Risk reserve
            Row.of("ContributeRiskReserve", BO, CA),
            Row.of("ReplenishRiskReserve", BO, CA),
            Row.of("RecordReserveInterest", CS),
            Row.of("DrawRiskReserve", CK, CA, BH),
            Row.of("ReturnReserveDraw", BO, CA),

            // The bank's statements
            Row.of("ImportBankStatement", CS),
            Row.of("ExplainReconcilingItem", CK),

            // Closing
            Row.of("ClosePeriod", CA),
            Row.of("ReopenPeriod", CA, BH),
            Row.of("LapseBudget", BO, CA),
            Row.of("CarryBudgetForward", BO, CA),
            Row.of("MoveYearCash", BO, CA),
            Row.of("CloseYear", CK, CA, BH),

            // Cases and claw-backs
            Row.of("RecordTipOff", IN),
            Row.of("FlagClaim", IN),
            Row.of("OpenCase", IN),
            Row.of("RecordInspectionFinding", IN),
            Row.of("RequestRectification", IN),
            Row.of("ConfirmRectification", IN),
            Row.of("ReferCase", IN, LO),
            Row.of("ConcludeReferral", IN, LO),
            Row.of("CloseCase", IN),
            Row.of("DetermineClawback", LO, CA),
            Row.of("IssueRecoveryDemand", LO),
            Row.of("AgreeRecoveryPlan", LO),
            Row.of("FileAppeal", IS),
            Row.of("WaiveAppeal", IS),
            Row.of("ReopenAppeal", LO, BH),
            Row.of("DecideAppeal", LO, BH),
            Row.of("RecordRecovery", CS),
            Row.of("RestoreFundSource", CL, CK),
            Row.of("RecordRestitutionReturn", CS),
            Row.of("PayClawbackRefund", CL, CK, CA),
            Row.of("WriteOffClawback", LO, CA, BH),
            Row.of("ReinstateWriteOff", LO, CA),
            Row.of("AssessPenalty", LO, CA),
            Row.of("AccrueInterest", LO, CA),
            Row.of("CollectCharge", CS),
            Row.of("WaiveCharge", LO, CA),

            // Holds
            Row.of("PlacePaymentHold", IN),
            new Row("ReviewPaymentHold", List.of(Signer.anyOf(IN, LO))),
            new Row("ReleasePaymentHold", List.of(Signer.anyOf(IN, LO))),

            // Reading: whoever may read a division's books
            new Row("IssueAuditExtract", List.of(Signer.anyOf(CL, CK, CA, BH, BO, CS, HO, IN, LO, AU, SU)))));

    private DefaultMatrix() {}

    public static AuthorityMatrixSet matrix() {
        return MATRIX;
    }
}
