package fundtrail.command;

import fundtrail.command.accrueinterest.*;
import fundtrail.command.agreerecoveryplan.*;
import fundtrail.command.assesspenalty.*;
import fundtrail.command.closecase.*;
import fundtrail.command.collectcharge.*;
import fundtrail.command.concludereferral.*;
import fundtrail.command.confirmrectification.*;
import fundtrail.command.decide.Command;
import fundtrail.command.decide.Slice;
import fundtrail.command.decideappeal.*;
import fundtrail.command.determineclawback.*;
import fundtrail.command.fileappeal.*;
import fundtrail.command.flagclaim.*;
import fundtrail.command.issuerecoverydemand.*;
import fundtrail.command.opencase.*;
import fundtrail.command.payclawbackrefund.*;
import fundtrail.command.recordinspectionfinding.*;
import fundtrail.command.recordrecovery.*;
import fundtrail.command.recordrestitutionreturn.*;
import fundtrail.command.recordtipoff.*;
import fundtrail.command.refercase.*;
import fundtrail.command.reinstatewriteoff.*;
import fundtrail.command.reopenappeal.*;
import fundtrail.command.requestrectification.*;
import fundtrail.command.restorefundsource.*;
import fundtrail.command.waiveappeal.*;
import fundtrail.command.waivecharge.*;
import fundtrail.command.writeoffclawback.*;
import java.util.List;

/** The commands about suspected claims: flagged, clawed back, recovered, restored. They stand in {@link Slices} with all others. */
final class CaseSlices {
    static final List<Slice<? extends Command>> ALL = List.of(
            Slice.of(RecordTipOff.class, RecordTipOffDecision::decide).in(RecordTipOffDecision::division).money().byOne(),
            Slice.of(FlagClaim.class, FlagClaimDecision::decide).in(FlagClaimDecision::division).money().byOne(),
            Slice.of(OpenCase.class, OpenCaseDecision::decide).in(OpenCaseDecision::division).money().byOne(),
            Slice.of(RecordInspectionFinding.class, RecordInspectionFindingDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).money().byOne(),
            Slice.of(RequestRectification.class, RequestRectificationDecision::decide)
                    .in((wish, known) -> known.recoveries().findings().divisionOf(wish.finding())).money().byOne(),
            Slice.of(ConfirmRectification.class, ConfirmRectificationDecision::decide)
                    .in((wish, known) -> known.recoveries().findings().divisionOf(wish.finding())).money().byOne(),
            Slice.of(ReferCase.class, ReferCaseDecision::decide)
                    .in((wish, known) -> known.recoveries().cases().divisionOf(wish.caseId())).money().documented(),
            Slice.of(ConcludeReferral.class, ConcludeReferralDecision::decide)
                    .in((wish, known) -> known.recoveries().cases().divisionOf(wish.caseId())).money().documented(),
            Slice.of(CloseCase.class, CloseCaseDecision::decide)
                    .in((wish, known) -> known.recoveries().cases().divisionOf(wish.caseId())).money().byOne(),
            Slice.of(DetermineClawback.class, DetermineClawbackDecision::decide)
                    .in((wish, known) -> known.recoveries().cases().divisionOf(wish.caseId()))
                    .money((wish, known) -> wish.amount()).documented(),
            Slice.of(IssueRecoveryDemand.class, IssueRecoveryDemandDecision::decide)
                    .in((wish, known) -> known.recoveries().clawbacks().divisionOf(wish.clawback()))
                    .money((wish, known) -> wish.amount()).documented().byOne(),
            Slice.of(AgreeRecoveryPlan.class, AgreeRecoveryPlanDecision::decide)
                    .in((wish, known) -> known.recoveries().clawbacks().divisionOf(wish.clawback()))
                    .money((wish, known) -> wish.amount()).documented().byOne(),
            Slice.of(FileAppeal.class, FileAppealDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).at(FileAppeal::institution).money().byOne(),
            Slice.of(WaiveAppeal.class, WaiveAppealDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).at(WaiveAppeal::institution).money().byOne(),
            Slice.of(ReopenAppeal.class, ReopenAppealDecision::decide)
                    .in((wish, known) -> known.recoveries().clawbacks().divisionOf(wish.clawback())).money().documented(),
            Slice.of(DecideAppeal.class, DecideAppealDecision::decide)
                    .in(DecideAppealDecision::division).money((wish, known) -> wish.reduction()).documented(),
            Slice.of(RecordRecovery.class, RecordRecoveryDecision::decide)
                    .in((wish, known) -> known.recoveries().clawbacks().divisionOf(wish.clawback()))
                    .money((wish, known) -> wish.amount()).byOne(),
            Slice.of(RestoreFundSource.class, RestoreFundSourceDecision::decide)
                    .in((wish, known) -> known.recoveries().clawbacks().divisionOf(wish.clawback()))
                    .money((wish, known) -> wish.amount()).documented(),
            Slice.of(RecordRestitutionReturn.class, RecordRestitutionReturnDecision::decide)
                    .in((wish, known) -> known.recoveries().clawbacks().divisionOf(wish.clawback()))
                    .money((wish, known) -> wish.amount()).byOne(),
            Slice.of(PayClawbackRefund.class, PayClawbackRefundDecision::decide)
                    .in((wish, known) -> known.recoveries().clawbacks().divisionOf(wish.clawback()))
                    .money((wish, known) -> wish.amount()),
            Slice.of(WriteOffClawback.class, WriteOffClawbackDecision::decide)
                    .in((wish, known) -> known.recoveries().clawbacks().divisionOf(wish.clawback()))
                    .money((wish, known) -> wish.amount()).documented(),
            Slice.of(ReinstateWriteOff.class, ReinstateWriteOffDecision::decide)
                    .in((wish, known) -> known.recoveries().clawbacks().divisionOf(wish.clawback()))
                    .money((wish, known) -> wish.amount()).documented(),
            Slice.of(AssessPenalty.class, AssessPenaltyDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).money((wish, known) -> wish.amount()).documented(),
            Slice.of(AccrueInterest.class, AccrueInterestDecision::decide)
                    .in((wish, known) -> known.divisionOf(wish.institution())).money((wish, known) -> wish.amount()).documented(),
            Slice.of(CollectCharge.class, CollectChargeDecision::decide)
                    .in((wish, known) -> known.recoveries().charges().divisionOf(wish.charge()))
                    .money((wish, known) -> wish.amount()).byOne(),
            Slice.of(WaiveCharge.class, WaiveChargeDecision::decide)
                    .in((wish, known) -> known.recoveries().charges().divisionOf(wish.charge()))
                    .money((wish, known) -> wish.amount()).documented());

    private CaseSlices() {}
}
