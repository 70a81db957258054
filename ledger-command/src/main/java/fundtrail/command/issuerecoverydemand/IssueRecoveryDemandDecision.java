package fundtrail.command.issuerecoverydemand;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.DATE_PASSED;
import static fundtrail.command.decide.RefusalCode.OUTSTANDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.STAY_ACTIVE;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.fact.RecoveryDemandIssued;

public final class IssueRecoveryDemandDecision {
    private IssueRecoveryDemandDecision() {}

    public static Decision decide(IssueRecoveryDemand wish, Moment moment, Known known) {
        if (wish.dueOn().isBefore(moment.effectiveDate())) {
            return refused(DATE_PASSED, wish.dueOn()).with("today", moment.effectiveDate());
        }
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.clawback()).with("amount", wish.amount());
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
        if (clawback.stay()) {
            return refused(STAY_ACTIVE, wish.clawback());
        }
        Money outstanding = Money.sum(known.recoveries().clawbacks().outstanding(clawback).values());
        if (!outstanding.equals(wish.amount())) {
            return refused(OUTSTANDING_EXCEEDED, wish.clawback()).with("outstanding", outstanding).with("amount", wish.amount());
        }
        return accepted(new RecoveryDemandIssued(
                wish.clawback(), clawback.division(), clawback.institution(), wish.amount(), wish.dueOn()));
    }
}
