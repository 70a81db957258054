package fundtrail.command.agreerecoveryplan;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.INSTALMENTS_DIFFER;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.fact.RecoveryPlanAgreed;
import java.time.LocalDate;

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
        Money outstanding = Money.sum(known.recoveries().clawbacks().outstanding(clawback).values());
        if (!outstanding.equals(wish.amount())) {
            return refused(INSTALMENTS_DIFFER, wish.clawback()).with("outstanding", outstanding).with("amount", wish.amount());
        }
        return accepted(new RecoveryPlanAgreed(wish.clawback(), clawback.division(), clawback.institution(),
                known.recoveries().plans().revision(wish.clawback()) + 1, wish.amount(), wish.instalments()));
    }
}
