package fundtrail.contract;

import fundtrail.contract.fact.*;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every fact there is: its stable name, the version of its body, and the record that holds it. The set only grows. */
public final class FactTypes {
    /** A fact's name is its first record's simple name; it stays when the record is renamed or replaced. */
    public record FactType(String name, int version, Class<? extends Fact> record) {}

    private static final List<FactType> ALL = List.of(
            new FactType("LedgerOpened", 1, LedgerOpened.class),
            new FactType("PersonRegistered", 1, PersonRegistered.class),
            new FactType("PersonErased", 1, PersonErased.class),
            new FactType("RoleGranted", 1, RoleGranted.class),
            new FactType("RoleRevoked", 1, RoleRevoked.class),
            new FactType("DelegationGranted", 1, DelegationGranted.class),
            new FactType("DelegationRevoked", 1, DelegationRevoked.class),
            new FactType("AuthorityMatrixSet", 1, AuthorityMatrixSet.class),
            new FactType("RuleSetPublished", 1, RuleSetPublished.class),
            new FactType("ProposalSubmittedRows", 1, ProposalSubmittedRows.class),
            new FactType("ProposalSubmitted", 1, ProposalSubmitted.class),
            new FactType("ProposalChecked", 1, ProposalChecked.class),
            new FactType("ProposalReturned", 1, ProposalReturned.class),
            new FactType("ProposalApproved", 1, ProposalApproved.class),
            new FactType("ProposalWithdrawn", 1, ProposalWithdrawn.class),
            new FactType("InstitutionRegistered", 1, InstitutionRegistered.class),
            new FactType("InstitutionChanged", 1, InstitutionChanged.class),
            new FactType("InstitutionMergedRows", 1, InstitutionMergedRows.class),
            new FactType("InstitutionMerged", 1, InstitutionMerged.class),
            new FactType("MedicalCommunityFormed", 1, MedicalCommunityFormed.class),
            new FactType("MembershipChanged", 1, MembershipChanged.class),
            new FactType("FundSourceRegistered", 1, FundSourceRegistered.class),
            new FactType("TreasuryAccountRegistered", 1, TreasuryAccountRegistered.class),
            new FactType("PayeeAccountRegistered", 1, PayeeAccountRegistered.class),
            new FactType("PayeeAccountClosed", 1, PayeeAccountClosed.class),
            new FactType("RateSet", 1, RateSet.class),
            new FactType("BudgetApproved", 1, BudgetApproved.class),
            new FactType("BudgetAllotted", 1, BudgetAllotted.class),
            new FactType("FundReceived", 1, FundReceived.class),
            new FactType("TransferNotified", 1, TransferNotified.class),
            new FactType("TransferReceived", 1, TransferReceived.class),
            new FactType("TransferPassedDown", 1, TransferPassedDown.class),
            new FactType("MatchingFundsCommitted", 1, MatchingFundsCommitted.class),
            new FactType("MatchingFundsPaid", 1, MatchingFundsPaid.class),
            new FactType("BudgetReallocated", 1, BudgetReallocated.class),
            new FactType("BudgetReduced", 1, BudgetReduced.class),
            new FactType("OpeningBalanceRecordedRows", 1, OpeningBalanceRecordedRows.class),
            new FactType("OpeningBalanceRecorded", 1, OpeningBalanceRecorded.class),
            new FactType("UsePlanRecorded", 1, UsePlanRecorded.class),
            new FactType("WorkEquivalentSchedulePublished", 1, WorkEquivalentSchedulePublished.class),
            new FactType("PurchasePoolDetermined", 1, PurchasePoolDetermined.class),
            new FactType("UnitStandardFixed", 1, UnitStandardFixed.class),
            new FactType("AgreementSigned", 1, AgreementSigned.class),
            new FactType("ServiceVolumeReportedRows", 1, ServiceVolumeReportedRows.class),
            new FactType("ServiceVolumeReported", 1, ServiceVolumeReported.class),
            new FactType("PerformanceEvaluated", 1, PerformanceEvaluated.class),
            new FactType("EntitlementComputed", 1, EntitlementComputed.class),
            new FactType("FundingPlanApproved", 1, FundingPlanApproved.class),
            new FactType("SettlementFinalized", 1, SettlementFinalized.class),
            new FactType("SettlementReopened", 1, SettlementReopened.class),
            new FactType("SettlementConfirmed", 1, SettlementConfirmed.class),
            new FactType("SettlementDisputed", 1, SettlementDisputed.class),
            new FactType("SettlementRefundReceivedRows", 1, SettlementRefundReceivedRows.class),
            new FactType("SettlementRefundReceived", 1, SettlementRefundReceived.class),
            new FactType("DisbursementBatchApprovedRows", 1, DisbursementBatchApprovedRows.class),
            new FactType("DisbursementBatchApproved", 1, DisbursementBatchApproved.class),
            new FactType("AdvancePaid", 1, AdvancePaid.class),
            new FactType("CapitationPrepaid", 1, CapitationPrepaid.class),
            new FactType("SubsidyPaid", 1, SubsidyPaid.class),
            new FactType("DirectiveTaskPaid", 1, DirectiveTaskPaid.class),
            new FactType("SettlementPaid", 1, SettlementPaid.class),
            new FactType("ReservationReleased", 1, ReservationReleased.class),
            new FactType("PaymentFileSent", 1, PaymentFileSent.class),
            new FactType("PaymentConfirmed", 1, PaymentConfirmed.class),
            new FactType("PaymentReturned", 1, PaymentReturned.class),
            new FactType("RiskReserveContributed", 1, RiskReserveContributed.class),
            new FactType("ReserveInterestReceived", 1, ReserveInterestReceived.class),
            new FactType("RiskReserveDrawn", 1, RiskReserveDrawn.class),
            new FactType("RiskReserveDrawReturned", 1, RiskReserveDrawReturned.class),
            new FactType("BankStatementImportedRows", 1, BankStatementImportedRows.class),
            new FactType("BankStatementImported", 1, BankStatementImported.class),
            new FactType("ReconcilingItemExplained", 1, ReconcilingItemExplained.class),
            new FactType("PaymentHoldPlaced", 1, PaymentHoldPlaced.class),
            new FactType("PaymentHoldGrounded", 1, PaymentHoldGrounded.class),
            new FactType("PaymentHoldReviewed", 1, PaymentHoldReviewed.class),
            new FactType("PaymentHoldReleased", 1, PaymentHoldReleased.class),
            new FactType("TipOffRecorded", 1, TipOffRecorded.class),
            new FactType("InformantRecorded", 1, InformantRecorded.class),
            new FactType("ClaimFlagged", 1, ClaimFlagged.class),
            new FactType("CaseOpened", 1, CaseOpened.class),
            new FactType("InspectionFindingRecorded", 1, InspectionFindingRecorded.class),
            new FactType("RectificationRequested", 1, RectificationRequested.class),
            new FactType("RectificationConfirmed", 1, RectificationConfirmed.class),
            new FactType("CaseReferred", 1, CaseReferred.class),
            new FactType("ReferralConcluded", 1, ReferralConcluded.class),
            new FactType("CaseClosed", 1, CaseClosed.class),
            new FactType("ClawbackDetermined", 1, ClawbackDetermined.class),
            new FactType("RecoveryDemandIssued", 1, RecoveryDemandIssued.class),
            new FactType("RecoveryPlanAgreed", 1, RecoveryPlanAgreed.class),
            new FactType("AppealFiled", 1, AppealFiled.class),
            new FactType("AppealWaived", 1, AppealWaived.class),
            new FactType("AppealReopened", 1, AppealReopened.class),
            new FactType("AppealDecided", 1, AppealDecided.class),
            new FactType("ClawbackRecovered", 1, ClawbackRecovered.class),
            new FactType("FundSourceRestored", 1, FundSourceRestored.class),
            new FactType("RestitutionReturned", 1, RestitutionReturned.class),
            new FactType("ClawbackRefundPaid", 1, ClawbackRefundPaid.class),
            new FactType("ClawbackWrittenOff", 1, ClawbackWrittenOff.class),
            new FactType("WriteOffReinstated", 1, WriteOffReinstated.class),
            new FactType("PenaltyAssessed", 1, PenaltyAssessed.class),
            new FactType("InterestAccrued", 1, InterestAccrued.class),
            new FactType("ChargeCollected", 1, ChargeCollected.class),
            new FactType("ChargeWaived", 1, ChargeWaived.class),
            new FactType("EntryReversed", 1, EntryReversed.class),
            new FactType("PeriodClosed", 1, PeriodClosed.class),
            new FactType("PeriodReopened", 1, PeriodReopened.class),
            new FactType("BudgetLapsed", 1, BudgetLapsed.class),
            new FactType("BudgetCarriedForward", 1, BudgetCarriedForward.class),
            new FactType("YearCashMoved", 1, YearCashMoved.class),
            new FactType("YearClosedRows", 1, YearClosedRows.class),
            new FactType("YearClosed", 1, YearClosed.class),
            new FactType("AuditExtractIssued", 1, AuditExtractIssued.class),
            new FactType("CommandRefused", 1, CommandRefused.class));

    private static final Map<Class<?>, FactType> BY_RECORD =
            ALL.stream().collect(Collectors.toMap(FactType::record, Function.identity()));
    private static final Map<String, FactType> BY_NAME =
            ALL.stream().collect(Collectors.toMap(type -> key(type.name(), type.version()), Function.identity()));

    private FactTypes() {}

    public static Collection<FactType> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException when the record is no fact listed here */
    public static FactType of(Class<?> record) {
        FactType type = BY_RECORD.get(record);
        if (type == null) {
            throw new IllegalArgumentException(record.getName() + " is no fact: add it to FactTypes");
        }
        return type;
    }

    /** @throws IllegalArgumentException when this version of the ledger does not know the fact */
    public static FactType of(String name, int version) {
        FactType type = BY_NAME.get(key(name, version));
        if (type == null) {
            throw new IllegalArgumentException("fact " + name + " version " + version
                    + " is unknown to this version of Fundtrail; it was written by a newer one: update this side first");
        }
        return type;
    }

    private static String key(String name, int version) {
        return name + "." + version;
    }
}
