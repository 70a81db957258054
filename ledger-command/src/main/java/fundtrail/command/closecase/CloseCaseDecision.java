package fundtrail.command.closecase;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.APPEAL_OPEN;
import static fundtrail.command.decide.RefusalCode.CASE_CHARGE_OPEN;
import static fundtrail.command.decide.RefusalCode.CASE_CLOSED;
import static fundtrail.command.decide.RefusalCode.CASE_HOLD_STANDS;
import static fundtrail.command.decide.RefusalCode.CASE_MONEY_OPEN;
import static fundtrail.command.decide.RefusalCode.CASE_REFERRED;
import static fundtrail.command.decide.RefusalCode.CASE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.RECTIFICATION_OPEN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Charges.Charge;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawback.Appeal;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.Findings.Finding;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.fact.CaseClosed;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.id.ClawbackId;

public final class CloseCaseDecision {
    private CloseCaseDecision() {}

    public static Decision decide(CloseCase wish, Moment moment, Known known) {
        Case open = known.recoveries().cases().of(wish.caseId());
        if (open == null) {
            return refused(CASE_UNKNOWN, wish.caseId());
        }
        if (!open.open()) {
            return refused(CASE_CLOSED, wish.caseId());
        }
        if (open.isReferred()) {
            return refused(CASE_REFERRED, wish.caseId()).with("to", open.referredTo()).with("since", open.referredOn());
        }
        Finding unmended = known.recoveries().findings().openIn(wish.caseId());
        if (unmended != null) {
            return refused(RECTIFICATION_OPEN, wish.caseId()).with("finding", unmended.id()).with("dueOn", unmended.dueOn());
        }
        PaymentHoldPlaced hold = known.holds().standingIn(wish.caseId(), moment.today());
        if (hold != null) {
            return refused(CASE_HOLD_STANDS, wish.caseId()).with("hold", hold.hold()).with("expiresOn", hold.expiresOn());
        }
        if (moment.effectiveDate().isBefore(open.openedOn())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.caseId())
                    .with("date", moment.effectiveDate())
                    .with("determined", open.openedOn());
        }
        Clawbacks clawbacks = known.recoveries().clawbacks();
        for (ClawbackId id : open.clawbacks()) {
            Clawback clawback = clawbacks.of(id);
            if (clawback.appeal() == Appeal.PENDING) {
                return refused(APPEAL_OPEN, id).with("state", clawback.appeal()).with("waits", "DECISION");
            }
        }
        for (ClawbackId id : open.clawbacks()) {
            Clawback clawback = clawbacks.of(id);
            Money outstanding = Money.sum(clawbacks.outstanding(clawback).values());
            Money refundDue = Money.sum(clawbacks.refundDue(clawback).values());
            Money held = clawbacks.held(clawback);
            if (!outstanding.isZero() || !refundDue.isZero() || !held.isZero()) {
                return refused(CASE_MONEY_OPEN, wish.caseId())
                        .with("clawback", id)
                        .with("outstanding", outstanding)
                        .with("refundDue", refundDue)
                        .with("held", held);
            }
        }
        for (ClawbackId id : open.clawbacks()) {
            Charge charge = known.recoveries().charges().openOf(id);
            if (charge != null) {
                return refused(CASE_CHARGE_OPEN, wish.caseId()).with("clawback", id).with("charge", charge.id()).with("open", charge.open());
            }
        }
        return accepted(new CaseClosed(wish.caseId(), open.division(), open.institution(), wish.conclusion()));
    }
}
