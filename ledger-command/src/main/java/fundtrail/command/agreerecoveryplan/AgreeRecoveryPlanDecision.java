package fundtrail.command.agreerecoveryplan;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.INSTALMENTS_DIFFER;
import static fundtrail.command.decide.RefusalCode.NOT_DEMANDED;
import static fundtrail.command.decide.RefusalCode.OFFSET_UNCONFIRMED;
import static fundtrail.command.decide.RefusalCode.STAY_ACTIVE;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.fact.RecoveryPlanAgreed;
import fundtrail.contract.id.FundSourceCode;
import java.time.LocalDate;
import java.util.Map;

/** A plan is of what is surely outstanding: not of what a payment may still bring back. */
public final class AgreeRecoveryPlanDecision {
    private AgreeRecoveryPlanDecision() {}

    public static Decision decide(AgreeRecoveryPlan wish, Moment moment, Known known) {
        LocalDate first = wish.instalments().getFirst().dueOn();
        if (first.isBefore(moment.effectiveDate())) {
            return refused(DATE_PASSED, first).with("today", moment.effectiveDate());
        }
        Clawback clawback = known.recoveries().clawbacks().of(wish.clawback());
        if (clawback == null) {
            return refused(CLAWBACK_UNKNOWN, wish.clawback());
        }
        if (moment.effectiveDate().isBefore(clawback.determinedOn())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.clawback())
                    .with("date", moment.effectiveDate())
                    .with("determined", clawback.determinedOn());
        }
        if (clawback.demandedOn() == null) {
            return refused(NOT_DEMANDED, wish.clawback());
        }
        Money outstanding = Money.sum(known.recoveries().clawbacks().outstanding(clawback).values());
        if (!outstanding.equals(wish.amount())) {
            return refused(INSTALMENTS_DIFFER, wish.clawback()).with("outstanding", outstanding).with("amount", wish.amount());
        }
        if (clawback.stay()) {
            return refused(STAY_ACTIVE, wish.clawback());
        }
        for (Map.Entry<FundSourceCode, Money> one : known.recoveries().unconfirmed(clawback).entrySet()) {
            if (one.getValue().isPositive()) {
                return refused(OFFSET_UNCONFIRMED, wish.clawback()).with("source", one.getKey()).with("missing", one.getValue());
            }
        }
        return accepted(new RecoveryPlanAgreed(wish.clawback(), clawback.division(), clawback.institution(),
                known.recoveries().plans().revision(wish.clawback()) + 1, wish.amount(), wish.instalments()));
    }
}
