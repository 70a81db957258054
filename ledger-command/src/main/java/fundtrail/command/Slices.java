package fundtrail.command;

import fundtrail.command.allotbudget.*;
import fundtrail.command.approvebudget.*;
import fundtrail.command.approvefundingplan.*;
import fundtrail.command.cancelbatch.*;
import fundtrail.command.carrybudgetforward.*;
import fundtrail.command.changeinstitution.*;
import fundtrail.command.changemembership.*;
import fundtrail.command.closepayeeaccount.*;
import fundtrail.command.closeperiod.*;
import fundtrail.command.closeyear.*;
import fundtrail.command.commitmatching.*;
import fundtrail.command.computeentitlement.*;
import fundtrail.command.confirmpayment.*;
import fundtrail.command.confirmsettlement.*;
import fundtrail.command.contributeriskreserve.*;
import fundtrail.command.decide.Command;
import fundtrail.command.decide.Slice;
import fundtrail.command.determinepurchasepool.*;
import fundtrail.command.disbursebatch.*;
import fundtrail.command.disputesettlement.*;
import fundtrail.command.drawriskreserve.*;
import fundtrail.command.eraseperson.*;
import fundtrail.command.evaluateperformance.*;
import fundtrail.command.executebatch.*;
import fundtrail.command.explainreconcilingitem.*;
import fundtrail.command.finalizesettlement.*;
import fundtrail.command.fixunitstandard.*;
import fundtrail.command.formmedicalcommunity.*;
import fundtrail.command.grantdelegation.*;
import fundtrail.command.grantrole.*;
import fundtrail.command.importbankstatement.*;
import fundtrail.command.issueauditextract.*;
import fundtrail.command.known.Holds;
import fundtrail.command.lapsebudget.*;
import fundtrail.command.mergeinstitution.*;
import fundtrail.command.moveyearcash.*;
import fundtrail.command.passdowntransfer.*;
import fundtrail.command.paymatching.*;
import fundtrail.command.placepaymenthold.*;
import fundtrail.command.publishruleset.*;
import fundtrail.command.publishworkequivalentschedule.*;
import fundtrail.command.reallocatebudget.*;
import fundtrail.command.recordfundreceipt.*;
import fundtrail.command.recordopeningbalance.*;
import fundtrail.command.recordreserveinterest.*;
import fundtrail.command.recordsettlementrefund.*;
import fundtrail.command.recordtransfernotice.*;
import fundtrail.command.recordtransferreceipt.*;
import fundtrail.command.recorduseplan.*;
import fundtrail.command.reducebudget.*;
import fundtrail.command.registerfundsource.*;
import fundtrail.command.registerinstitution.*;
import fundtrail.command.registerpayeeaccount.*;
import fundtrail.command.registerperson.*;
import fundtrail.command.registertreasuryaccount.*;
import fundtrail.command.releasepaymenthold.*;
import fundtrail.command.reopenperiod.*;
import fundtrail.command.reopensettlement.*;
import fundtrail.command.replenishriskreserve.*;
import fundtrail.command.reportservicevolume.*;
import fundtrail.command.returnpayment.*;
import fundtrail.command.returnreservedraw.*;
import fundtrail.command.reverseentry.*;
import fundtrail.command.reviewpaymenthold.*;
import fundtrail.command.revokedelegation.*;
import fundtrail.command.revokerole.*;
import fundtrail.command.sendpaymentfile.*;
import fundtrail.command.setauthoritymatrix.*;
import fundtrail.command.setrate.*;
import fundtrail.command.signagreement.*;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every command there is, with all that is its own. The steps of a proposal stand beside them in the gate. */
public final class Slices {
    private static final List<Slice<? extends Command>> YEAR = List.of(
            // People
            Slice.of(RegisterPerson.class, RegisterPersonDecision::decide),
            Slice.of(ErasePerson.class, ErasePersonDecision::decide).documented(),
            Slice.of(GrantRole.class, GrantRoleDecision::decide).in((wish, known) -> wish.division()),
            Slice.of(RevokeRole.class, RevokeRoleDecision::decide).in((wish, known) -> wish.division()),
            Slice.of(SetAuthorityMatrix.class,
                    (wish, moment, known) -> SetAuthorityMatrixDecision.decide(wish, everyCommand(), known)),
            Slice.of(GrantDelegation.class,
                            (wish, moment, known) -> GrantDelegationDecision.decide(wish, moment, everyCommand(), known))
                    .in((wish, known) -> wish.division()),
            Slice.of(RevokeDelegation.class, RevokeDelegationDecision::decide).in(RevokeDelegationDecision::division),

            // Master data
            Slice.of(PublishRuleSet.class, PublishRuleSetDecision::decide).documented(),
            Slice.of(RegisterInstitution.class, RegisterInstitutionDecision::decide).in(RegisterInstitutionDecision::division),
            Slice.of(ChangeInstitution.class, ChangeInstitutionDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())),
            Slice.of(MergeInstitution.class, MergeInstitutionDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.from())).money().documented(),
            Slice.of(FormMedicalCommunity.class, FormMedicalCommunityDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.lead())),
            Slice.of(ChangeMembership.class, ChangeMembershipDecision::decide).in(ChangeMembershipDecision::division),
            Slice.of(RegisterFundSource.class, RegisterFundSourceDecision::decide).documented(),
            Slice.of(RegisterTreasuryAccount.class, RegisterTreasuryAccountDecision::decide)
                    .in((wish, known) -> wish.division()).money(),
            Slice.of(RegisterPayeeAccount.class, RegisterPayeeAccountDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).money(),
            Slice.of(ClosePayeeAccount.class, ClosePayeeAccountDecision::decide)
                    .in(ClosePayeeAccountDecision::division).money(),

            // Entitlement
            Slice.of(SetRate.class, SetRateDecision::decide).in((wish, known) -> wish.division()).money().documented().jointly(),

            // Authority and money in
            Slice.of(RecordOpeningBalance.class, RecordOpeningBalanceDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.controlTotal()).documented(),
            Slice.of(ApproveBudget.class, ApproveBudgetDecision::decide)
                    .in((wish, known) -> wish.division()).money(ApproveBudgetDecision::amount).documented(),
            Slice.of(ReduceBudget.class, ReduceBudgetDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).documented(),
            Slice.of(RecordTransferNotice.class, RecordTransferNoticeDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).documented(),
            Slice.of(AllotBudget.class, AllotBudgetDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).documented(),
            Slice.of(ReallocateBudget.class, ReallocateBudgetDecision::decide)
                    .in(ReallocateBudgetDecision::division).money((wish, known) -> wish.amount()).documented(),
            Slice.of(RecordFundReceipt.class, RecordFundReceiptDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).byOne(),
            Slice.of(RecordTransferReceipt.class, RecordTransferReceiptDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).byOne(),
            Slice.of(CommitMatching.class, CommitMatchingDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).documented(),
            Slice.of(PayMatching.class, PayMatchingDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).documented(),
            Slice.of(PassDownTransfer.class, PassDownTransferDecision::decide)
                    .in((wish, known) -> wish.division()).money(PassDownTransferDecision::amount).documented(),
            Slice.of(RecordUsePlan.class, RecordUsePlanDecision::decide).in((wish, known) -> wish.division()).byOne(),
            Slice.of(ReverseEntry.class, ReverseEntryDecision::decide)
                    .in(ReverseEntryDecision::division).money(ReverseEntryDecision::amount).documented()
                    .correcting(ReverseEntryDecision::original),

            // From volumes to the settled year
            Slice.of(PublishWorkEquivalentSchedule.class, PublishWorkEquivalentScheduleDecision::decide)
                    .in((wish, known) -> wish.division()).money().documented().jointly(),
            Slice.of(DeterminePurchasePool.class, DeterminePurchasePoolDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.pool()).documented().jointly(),
            Slice.of(FixUnitStandard.class, FixUnitStandardDecision::decide)
                    .in((wish, known) -> wish.division()).money().documented().jointly(),
            Slice.of(SignAgreement.class, SignAgreementDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).at(SignAgreement::institution)
                    .money().documented().jointly(),
            Slice.of(ReportServiceVolume.class, ReportServiceVolumeDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).at(ReportServiceVolume::institution)
                    .money().byOne(),
            Slice.of(EvaluatePerformance.class, EvaluatePerformanceDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).money().documented().byOne(),
            Slice.of(ComputeEntitlement.class, ComputeEntitlementDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution()))
                    .money((wish, known) -> wish.entitlement()).byOne(),
            Slice.of(ApproveFundingPlan.class, ApproveFundingPlanDecision::decide)
                    .in((wish, known) -> wish.division()).money(ApproveFundingPlanDecision::amount).documented(),
            Slice.of(FinalizeSettlement.class, FinalizeSettlementDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution()))
                    .money((wish, known) -> wish.entitlement()).documented(),
            Slice.of(ReopenSettlement.class, ReopenSettlementDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).money().documented(),
            Slice.of(ConfirmSettlement.class, ConfirmSettlementDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).at(ConfirmSettlement::institution)
                    .money().byOne(),
            Slice.of(DisputeSettlement.class, DisputeSettlementDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).at(DisputeSettlement::institution)
                    .money().byOne(),
            Slice.of(RecordSettlementRefund.class, RecordSettlementRefundDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution()))
                    .money((wish, known) -> wish.amount()).byOne(),

            // Payments
            Slice.of(DisburseBatch.class, DisburseBatchDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.controlTotal()),
            Slice.of(ExecuteBatch.class, ExecuteBatchDecision::decide)
                    .in((wish, known) -> known.payments().divisionOf(wish.batch())).money().byOne(),
            Slice.of(CancelBatch.class, CancelBatchDecision::decide)
                    .in((wish, known) -> known.payments().divisionOf(wish.batch())).money().byOne(),
            Slice.of(SendPaymentFile.class, SendPaymentFileDecision::decide)
                    .in((wish, known) -> known.payments().divisionOf(wish.batch())).money().byOne(),
            Slice.of(ConfirmPayment.class, ConfirmPaymentDecision::decide)
                    .in((wish, known) -> known.payments().divisionOf(wish.payment())).money().byOne(),
            Slice.of(ReturnPayment.class, ReturnPaymentDecision::decide)
                    .in((wish, known) -> known.payments().divisionOf(wish.payment()))
                    .money((wish, known) -> wish.amount()).byOne(),

            // Risk reserve
            Slice.of(ContributeRiskReserve.class, ContributeRiskReserveDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).documented(),
            Slice.of(ReplenishRiskReserve.class, ReplenishRiskReserveDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).documented(),
            Slice.of(RecordReserveInterest.class, RecordReserveInterestDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).byOne(),
            Slice.of(DrawRiskReserve.class, DrawRiskReserveDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).documented(),
            Slice.of(ReturnReserveDraw.class, ReturnReserveDrawDecision::decide)
                    .in(ReturnReserveDrawDecision::division).money((wish, known) -> wish.amount()).documented(),

            // The bank's statements
            Slice.of(ImportBankStatement.class, ImportBankStatementDecision::decide)
                    .in(ImportBankStatementDecision::division).money().byOne(),
            Slice.of(ExplainReconcilingItem.class, ExplainReconcilingItemDecision::decide)
                    .in(ExplainReconcilingItemDecision::division).money().byOne(),

            // Closing
            Slice.of(ClosePeriod.class, ClosePeriodDecision::decide).in((wish, known) -> wish.division()).money().byOne(),
            Slice.of(ReopenPeriod.class, ReopenPeriodDecision::decide).in((wish, known) -> wish.division()).money(),
            Slice.of(LapseBudget.class, LapseBudgetDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).documented(),
            Slice.of(CarryBudgetForward.class, CarryBudgetForwardDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).documented(),
            Slice.of(MoveYearCash.class, MoveYearCashDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).documented(),
            Slice.of(CloseYear.class, CloseYearDecision::decide).in((wish, known) -> wish.division()).money().documented(),

            // Holds
            Slice.of(PlacePaymentHold.class, PlacePaymentHoldDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).money().documented().byOne(),
            Slice.of(ReviewPaymentHold.class, ReviewPaymentHoldDecision::decide)
                    .in((wish, known) -> Holds.divisionOf(wish.hold(), known)).money().byOne(),
            Slice.of(ReleasePaymentHold.class, ReleasePaymentHoldDecision::decide)
                    .in(ReleasePaymentHoldDecision::division).money().byOne(),

            // Reading
            Slice.of(IssueAuditExtract.class, IssueAuditExtractDecision::decide).in((wish, known) -> wish.division()).byOne());

    private static final List<Slice<? extends Command>> ALL =
            Stream.of(YEAR, CaseSlices.ALL).flatMap(List::stream).<Slice<? extends Command>>map(slice -> slice).toList();

    private final Map<String, Slice<? extends Command>> byName =
            ALL.stream().collect(Collectors.toMap(Slice::name, Function.identity()));

    public List<Slice<? extends Command>> all() {
        return ALL;
    }

    /** For a command that is about commands. */
    private static Collection<Slice<? extends Command>> everyCommand() {
        return ALL;
    }

    /** @throws IllegalArgumentException when there is no such command */
    public Slice<? extends Command> named(String name) {
        Slice<? extends Command> slice = byName.get(name);
        if (slice == null) {
            throw new IllegalArgumentException("there is no command " + name);
        }
        return slice;
    }

    public Slice<? extends Command> of(Command command) {
        return named(command.getClass().getSimpleName());
    }
}
