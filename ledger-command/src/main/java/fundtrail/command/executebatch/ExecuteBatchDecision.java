package fundtrail.command.executebatch;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ACCOUNT_CLOSED;
import static fundtrail.command.decide.RefusalCode.ADVANCE_CAP_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.BATCH_CLOSED;
import static fundtrail.command.decide.RefusalCode.BATCH_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_BATCH;
import static fundtrail.command.decide.RefusalCode.HOLD_ACTIVE;
import static fundtrail.command.decide.RefusalCode.PAYABLE_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.PAYER_CONFLICT;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Accepted;
import fundtrail.command.decide.Decision.Refused;
import fundtrail.command.decide.Moment;
import fundtrail.command.decide.RefusalCode;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.CeilingWatch;
import fundtrail.command.known.HoldWatch;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Known.PayeeAccount;
import fundtrail.command.known.Payment;
import fundtrail.command.known.Payments.Batch;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.fact.ReservationReleased.Reason;
import fundtrail.contract.id.HoldId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every row still reserved is paid, in the order of the rows; one that may not be paid any more is released instead.
 * All that is to be paid is paid at once, or nothing is; what is wholly set off is confirmed with it, as no bank will. Whoever signed the batch does not pay it out.
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
        CeilingWatch ceilings = new CeilingWatch(known, moment.today());
        OffsetsMade offsets = new OffsetsMade(known);
        PaidFacts paid = new PaidFacts(batch.approved().bankAccount(), offsets);
        CashNeeded cash = new CashNeeded(batch.approved().bankAccount(), known.balances());
        List<Fact> facts = new ArrayList<>();
        for (Payment payment : unpaid) {
            Allotment allotment = known.allotments().get(payment.allotment());
            PayeeAccount payee = known.payeeAccounts().get(payment.payeeAccount());
            PaymentHoldPlaced hold = holds.stopping(allotment, payee.account().institution(), payment.amount(), payment.basis());
            if (payee.closed()) {
                facts.add(released(payment, ACCOUNT_CLOSED, null, allotment));
            } else if (hold != null) {
                facts.add(released(payment, HOLD_ACTIVE, hold.hold(), allotment));
            } else if (isSettledSince(payment, allotment, known)) {
                facts.add(released(payment, SETTLEMENT_FINAL, null, allotment));
                ceilings.took(payment.kind(), allotment, payment.basis(), payment.amount().negated());
            } else if (aboveCeiling(payment, ceilings, allotment)) {
                facts.add(released(payment, payment.kind().isAdvance() ? ADVANCE_CAP_EXCEEDED : PAYABLE_EXCEEDED, null, allotment));
                ceilings.took(payment.kind(), allotment, payment.basis(), payment.amount().negated());
            } else if (offsets.obstacle(payment) != null) {
                facts.add(released(payment, offsets.obstacle(payment), null, allotment));
                ceilings.took(payment.kind(), allotment, payment.basis(), payment.amount().negated());
            } else {
                Paid made = paid.of(payment, payee.account().institution(), allotment);
                facts.add(made);
                if (made.byBank().isZero()) {
                    facts.add(PaymentConfirmed.bySetOff(made));
                }
                holds.passed(allotment, payment.amount());
                cash.add(allotment, payment.amount(), payment.byBank());
            }
        }
        Refused exceeded = cash.exceeded();
        return exceeded != null ? exceeded : new Accepted(facts);
    }

    /** Whether it would be paid ahead of an entitlement that is settled. */
    private static boolean isSettledSince(Payment payment, Allotment allotment, Known known) {
        return payment.kind().isAdvance() && known.purchases().settlements()
                .isFinal(new InstitutionYear(allotment.institution(), allotment.programme(), allotment.budgetYear()));
    }

    /** Whether what is approved, the row itself among it, is more than a ceiling lets be paid: it may have come down since. */
    private static boolean aboveCeiling(Payment payment, CeilingWatch ceilings, Allotment allotment) {
        Money left = ceilings.left(payment.kind(), allotment, payment.basis());
        return left != null && left.isNegative();
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
