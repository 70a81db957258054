package fundtrail.command;

import fundtrail.command.allotbudget.AllotBudget;
import fundtrail.command.allotbudget.AllotBudgetDecision;
import fundtrail.command.approvebudget.ApproveBudget;
import fundtrail.command.approvebudget.ApproveBudgetDecision;
import fundtrail.command.approvefundingplan.ApproveFundingPlan;
import fundtrail.command.approvefundingplan.ApproveFundingPlanDecision;
import fundtrail.command.cancelbatch.CancelBatch;
import fundtrail.command.cancelbatch.CancelBatchDecision;
import fundtrail.command.carrybudgetforward.CarryBudgetForward;
import fundtrail.command.carrybudgetforward.CarryBudgetForwardDecision;
import fundtrail.command.changeinstitution.ChangeInstitution;
import fundtrail.command.changeinstitution.ChangeInstitutionDecision;
import fundtrail.command.changemembership.ChangeMembership;
import fundtrail.command.changemembership.ChangeMembershipDecision;
import fundtrail.command.closepayeeaccount.ClosePayeeAccount;
import fundtrail.command.closepayeeaccount.ClosePayeeAccountDecision;
import fundtrail.command.closeperiod.ClosePeriod;
import fundtrail.command.closeperiod.ClosePeriodDecision;
import fundtrail.command.closeyear.CloseYear;
import fundtrail.command.closeyear.CloseYearDecision;
import fundtrail.command.computeentitlement.ComputeEntitlement;
import fundtrail.command.computeentitlement.ComputeEntitlementDecision;
import fundtrail.command.confirmpayment.ConfirmPayment;
import fundtrail.command.confirmpayment.ConfirmPaymentDecision;
import fundtrail.command.confirmsettlement.ConfirmSettlement;
import fundtrail.command.confirmsettlement.ConfirmSettlementDecision;
import fundtrail.command.contributeriskreserve.ContributeRiskReserve;
import fundtrail.command.contributeriskreserve.ContributeRiskReserveDecision;
import fundtrail.command.decide.Command;
import fundtrail.command.decide.Slice;
import fundtrail.command.determinepurchasepool.DeterminePurchasePool;
import fundtrail.command.determinepurchasepool.DeterminePurchasePoolDecision;
import fundtrail.command.disbursebatch.DisburseBatch;
import fundtrail.command.disbursebatch.DisburseBatchDecision;
import fundtrail.command.disputesettlement.DisputeSettlement;
import fundtrail.command.disputesettlement.DisputeSettlementDecision;
import fundtrail.command.drawriskreserve.DrawRiskReserve;
import fundtrail.command.drawriskreserve.DrawRiskReserveDecision;
import fundtrail.command.eraseperson.ErasePerson;
import fundtrail.command.eraseperson.ErasePersonDecision;
import fundtrail.command.evaluateperformance.EvaluatePerformance;
import fundtrail.command.evaluateperformance.EvaluatePerformanceDecision;
import fundtrail.command.executebatch.ExecuteBatch;
import fundtrail.command.executebatch.ExecuteBatchDecision;
import fundtrail.command.explainreconcilingitem.ExplainReconcilingItem;
import fundtrail.command.explainreconcilingitem.ExplainReconcilingItemDecision;
import fundtrail.command.finalizesettlement.FinalizeSettlement;
import fundtrail.command.finalizesettlement.FinalizeSettlementDecision;
import fundtrail.command.fixunitstandard.FixUnitStandard;
import fundtrail.command.fixunitstandard.FixUnitStandardDecision;
import fundtrail.command.formmedicalcommunity.FormMedicalCommunity;
import fundtrail.command.formmedicalcommunity.FormMedicalCommunityDecision;
import fundtrail.command.grantdelegation.GrantDelegation;
import fundtrail.command.grantdelegation.GrantDelegationDecision;
import fundtrail.command.grantrole.GrantRole;
import fundtrail.command.grantrole.GrantRoleDecision;
import fundtrail.command.importbankstatement.ImportBankStatement;
import fundtrail.command.importbankstatement.ImportBankStatementDecision;
import fundtrail.command.lapsebudget.LapseBudget;
import fundtrail.command.lapsebudget.LapseBudgetDecision;
import fundtrail.command.mergeinstitution.MergeInstitution;
import fundtrail.command.mergeinstitution.MergeInstitutionDecision;
import fundtrail.command.moveyearcash.MoveYearCash;
import fundtrail.command.moveyearcash.MoveYearCashDecision;
import fundtrail.command.placepaymenthold.PlacePaymentHold;
import fundtrail.command.placepaymenthold.PlacePaymentHoldDecision;
import fundtrail.command.publishruleset.PublishRuleSet;
import fundtrail.command.publishruleset.PublishRuleSetDecision;
import fundtrail.command.publishworkequivalentschedule.PublishWorkEquivalentSchedule;
import fundtrail.command.publishworkequivalentschedule.PublishWorkEquivalentScheduleDecision;
import fundtrail.command.recordfundreceipt.RecordFundReceipt;
import fundtrail.command.recordfundreceipt.RecordFundReceiptDecision;
import fundtrail.command.recordreserveinterest.RecordReserveInterest;
import fundtrail.command.recordreserveinterest.RecordReserveInterestDecision;
import fundtrail.command.recordsettlementrefund.RecordSettlementRefund;
import fundtrail.command.recordsettlementrefund.RecordSettlementRefundDecision;
import fundtrail.command.registerfundsource.RegisterFundSource;
import fundtrail.command.registerfundsource.RegisterFundSourceDecision;
import fundtrail.command.registerinstitution.RegisterInstitution;
import fundtrail.command.registerinstitution.RegisterInstitutionDecision;
import fundtrail.command.registerpayeeaccount.RegisterPayeeAccount;
import fundtrail.command.registerpayeeaccount.RegisterPayeeAccountDecision;
import fundtrail.command.registerperson.RegisterPerson;
import fundtrail.command.registerperson.RegisterPersonDecision;
import fundtrail.command.registertreasuryaccount.RegisterTreasuryAccount;
import fundtrail.command.registertreasuryaccount.RegisterTreasuryAccountDecision;
import fundtrail.command.releasepaymenthold.ReleasePaymentHold;
import fundtrail.command.releasepaymenthold.ReleasePaymentHoldDecision;
import fundtrail.command.reopenperiod.ReopenPeriod;
import fundtrail.command.reopenperiod.ReopenPeriodDecision;
import fundtrail.command.reopensettlement.ReopenSettlement;
import fundtrail.command.reopensettlement.ReopenSettlementDecision;
import fundtrail.command.replenishriskreserve.ReplenishRiskReserve;
import fundtrail.command.replenishriskreserve.ReplenishRiskReserveDecision;
import fundtrail.command.reportservicevolume.ReportServiceVolume;
import fundtrail.command.reportservicevolume.ReportServiceVolumeDecision;
import fundtrail.command.returnpayment.ReturnPayment;
import fundtrail.command.returnpayment.ReturnPaymentDecision;
import fundtrail.command.returnreservedraw.ReturnReserveDraw;
import fundtrail.command.returnreservedraw.ReturnReserveDrawDecision;
import fundtrail.command.reverseentry.ReverseEntry;
import fundtrail.command.reverseentry.ReverseEntryDecision;
import fundtrail.command.revokedelegation.RevokeDelegation;
import fundtrail.command.revokedelegation.RevokeDelegationDecision;
import fundtrail.command.revokerole.RevokeRole;
import fundtrail.command.revokerole.RevokeRoleDecision;
import fundtrail.command.sendpaymentfile.SendPaymentFile;
import fundtrail.command.sendpaymentfile.SendPaymentFileDecision;
import fundtrail.command.setauthoritymatrix.SetAuthorityMatrix;
import fundtrail.command.setauthoritymatrix.SetAuthorityMatrixDecision;
import fundtrail.command.setrate.SetRate;
import fundtrail.command.setrate.SetRateDecision;
import fundtrail.command.signagreement.SignAgreement;
import fundtrail.command.signagreement.SignAgreementDecision;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every command there is, with all that is its own. The steps of a proposal stand beside them in the gate. */
public final class Slices {
    private static final List<Slice<? extends Command>> ALL = List.of(
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
            Slice.of(RegisterInstitution.class, RegisterInstitutionDecision::decide).in((wish, known) -> wish.division()),
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
            Slice.of(ApproveBudget.class, ApproveBudgetDecision::decide)
                    .in((wish, known) -> wish.division()).money(ApproveBudgetDecision::amount).documented(),
            Slice.of(AllotBudget.class, AllotBudgetDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).documented(),
            Slice.of(RecordFundReceipt.class, RecordFundReceiptDecision::decide)
                    .in((wish, known) -> wish.division()).money((wish, known) -> wish.amount()).byOne(),
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
            Slice.of(ReleasePaymentHold.class, ReleasePaymentHoldDecision::decide)
                    .in(ReleasePaymentHoldDecision::division).money().byOne());

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
