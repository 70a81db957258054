package fundtrail.command.decideappeal;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.APPEAL_NOT_PENDING;
import static fundtrail.command.decide.RefusalCode.CASE_REFERRED;
import static fundtrail.command.decide.RefusalCode.CLAIM_TWICE;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.DETERMINER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.FLAGGER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.OFFSET_UNCONFIRMED;
import static fundtrail.command.decide.RefusalCode.REDUCTION_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;
import static fundtrail.command.decide.RefusalCode.WRITTEN_OFF_REMAINS;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawback.Appeal;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.Holds;
import fundtrail.command.known.Known;
import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AppealDecided;
import fundtrail.contract.fact.AppealDecided.ReducedOfSource;
import fundtrail.contract.fact.AppealFiled.Against;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whoever flagged or determined does not decide the appeal. */
public final class DecideAppealDecision {
    private DecideAppealDecision() {}

    public static Decision decide(DecideAppeal wish, Moment moment, Known known) {
        return wish.clawback() == null ? AppealAgainstHold.decide(wish, moment, known) : onClawback(wish, moment, known);
    }

    /** The division of the claw-back or hold, or {@code null}. */
    public static DivisionCode division(DecideAppeal wish, Known known) {
        return wish.clawback() == null ? Holds.divisionOf(wish.hold(), known) : known.recoveries().clawbacks().divisionOf(wish.clawback());
    }

    private static Decision onClawback(DecideAppeal wish, Moment moment, Known known) {
        Set<ClaimId> once = new HashSet<>();
        for (ClaimAmount one : wish.claims()) {
            if (!once.add(one.claim())) {
                return refused(CLAIM_TWICE, one.claim());
            }
        }
        Clawbacks clawbacks = known.recoveries().clawbacks();
        Clawback clawback = clawbacks.of(wish.clawback());
        if (clawback == null) {
            return refused(CLAWBACK_UNKNOWN, wish.clawback());
        }
        Case inquiry = known.recoveries().referred(clawback);
        if (wish.reduction().isPositive() && inquiry != null) {
            return refused(CASE_REFERRED, inquiry.id()).with("to", inquiry.referredTo()).with("since", inquiry.referredOn());
        }
        if (!Collections.disjoint(clawback.flaggedBy(), moment.hands())) {
            return refused(FLAGGER_CONFLICT, wish.clawback());
        }
        if (!Collections.disjoint(clawback.determinedBy(), moment.hands())) {
            return refused(DETERMINER_CONFLICT, wish.clawback());
        }
        if (moment.effectiveDate().isBefore(clawback.determinedOn())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.clawback())
                    .with("date", moment.effectiveDate())
                    .with("determined", clawback.determinedOn());
        }
        if (clawback.appeal() != Appeal.PENDING) {
            return refused(APPEAL_NOT_PENDING, wish.clawback()).with("state", clawback.appeal());
        }
        boolean outOfAdvances = clawback.bySource().getFirst().counter() == Account.ADVANCES;
        if (outOfAdvances && wish.reduction().isPositive() && known.purchases().settlements().isFinal(clawback.year())) {
            return refused(SETTLEMENT_FINAL, clawback.year());
        }
        for (ClaimAmount one : wish.claims()) {
            Money determined = Money.sum(clawback.claims().stream()
                    .filter(claim -> claim.claim().equals(one.claim())).map(DeterminedClaim::amount).toList());
            Money left = determined.minus(clawbacks.reduced(clawback, one.claim()));
            if (!left.covers(one.amount())) {
                return refused(REDUCTION_EXCEEDED, one.claim()).with("determined", left).with("amount", one.amount());
            }
        }
        Reduction reduction = new Reduction(clawback, wish.reduction(), known);
        for (ReducedOfSource one : reduction.bySource()) {
            Money givenBack = clawbacks.givenBack(clawback).get(one.fundSource());
            if (!givenBack.covers(one.refundDue())) {
                return refused(WRITTEN_OFF_REMAINS, wish.clawback()).with("source", one.fundSource()).with("missing", one.refundDue().minus(givenBack));
            }
        }
        Map<FundSourceCode, Money> unconfirmed = known.recoveries().unconfirmed(clawback);
        for (ReducedOfSource one : reduction.bySource()) {
            Money sure = clawbacks.givenBack(clawback).get(one.fundSource()).minus(unconfirmed.get(one.fundSource()));
            if (one.refundDue().isPositive() && !sure.covers(one.refundDue())) {
                return refused(OFFSET_UNCONFIRMED, wish.clawback()).with("source", one.fundSource()).with("missing", one.refundDue().minus(sure));
            }
        }
        return accepted(new AppealDecided(Against.CLAWBACK, wish.clawback(), null, clawback.division(), clawback.institution(), null,
                wish.reduction(), wish.claims(), reduction.bySource(), wish.reason(), reduction.lines()));
    }
}
