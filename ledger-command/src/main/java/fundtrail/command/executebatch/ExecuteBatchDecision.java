package fundtrail.command.executebatch;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_CLOSED;
import static fundtrail.command.decide.RefusalCode.BATCH_CLOSED;
import static fundtrail.command.decide.RefusalCode.BATCH_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_BATCH;
import static fundtrail.command.decide.RefusalCode.HOLD_ACTIVE;
import static fundtrail.command.decide.RefusalCode.PAYER_CONFLICT;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Accepted;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Moment;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.HoldWatch;
import fundtrail.command.known.Known;
import fundtrail.command.known.Known.PayeeAccount;
import fundtrail.command.known.Payments.Batch;
import fundtrail.command.known.Payments.Payment;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.fact.ReservationReleased.Reason;
import fundtrail.contract.id.HoldId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every row still reserved is paid, in the order of the rows; one that may not be paid any more is released instead.
 * All that is to be paid is paid at once, or nothing is. Whoever signed the batch does not pay it out.
 */
public final class ExecuteBatchDecision {
    private ExecuteBatchDecision() {}

    public static Decision decide(ExecuteBatch wish, Moment moment, Known known) {
        Batch batch = known.payments().batch(wish.batch());
        if (batch == null) {
            return refused(BATCH_UNKNOWN, wish.batch());
        }
        if (moment.effectiveDate().isBefore(batch.effectiveDate())) {
            return refused(DATE_BEFORE_BATCH, wish.batch())
                    .with("date", moment.effectiveDate())
                    .with("approved", batch.effectiveDate());
        }
        List<Payment> unpaid = known.payments().unpaid(batch);
        if (unpaid.isEmpty()) {
            return refused(BATCH_CLOSED, wish.batch());
        }
        if (!Collections.disjoint(batch.approvedBy(), moment.hands())) {
            return refused(PAYER_CONFLICT, wish.batch());
        }
        HoldWatch holds = new HoldWatch(known, moment.today());
        CashNeeded cash = new CashNeeded(batch.approved().bankAccount(), known.balances());
        List<Fact> facts = new ArrayList<>();
        for (Payment payment : unpaid) {
            Allotment allotment = known.allotments().get(payment.allotment());
            PayeeAccount payee = known.payeeAccounts().get(payment.payeeAccount());
            PaymentHoldPlaced hold = holds.stopping(allotment, payee.account().institution(), payment.amount());
            if (payee.closed()) {
                facts.add(released(payment, ACCOUNT_CLOSED, null, allotment));
            } else if (hold != null) {
                facts.add(released(payment, HOLD_ACTIVE, hold.hold(), allotment));
            } else {
                facts.add(paid(payment, payee, batch, allotment));
                holds.passed(allotment, payment.amount());
                cash.add(allotment, payment.amount());
            }
        }
        Refused exceeded = cash.exceeded();
        return exceeded != null ? exceeded : new Accepted(facts);
    }

    private static AdvancePaid paid(Payment payment, PayeeAccount payee, Batch batch, Allotment allotment) {
        return switch (payment.kind()) {
            case ADVANCE -> new AdvancePaid(
                    payment.id(),
                    payment.batch(),
                    payment.row(),
                    payment.institution(),
                    payee.account().institution(),
                    payment.payeeAccount(),
                    payment.allotment(),
                    batch.approved().bankAccount(),
                    payment.amount(),
                    payment.purpose(),
                    payment.instalment(),
                    PostingRules.advancePaid(allotment.purse(), batch.approved().bankAccount(), payment.amount()));
        };
    }

    private static ReservationReleased released(Payment payment, RefusalCode why, HoldId hold, Allotment allotment) {
        return new ReservationReleased(
                payment.batch(),
                payment.row(),
                payment.id(),
                payment.institution(),
                payment.allotment(),
                payment.amount(),
                Reason.REFUSED,
                why.name(),
                hold,
                null,
                PostingRules.released(allotment.purse(), payment.amount()));
    }
}
