package fundtrail.command.cancelbatch;

import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.BATCH_CLOSED;
import static fundtrail.command.decide.RefusalCode.BATCH_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_BATCH;
import static fundtrail.command.decide.RefusalCode.PAYMENT_NOT_OPEN;
import static fundtrail.command.decide.RefusalCode.PAYMENT_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Decision.Accepted;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Payments.Batch;
import fundtrail.command.known.Payment;
import fundtrail.command.known.Payments.State;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.Fact;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.fact.ReservationReleased.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

public final class CancelBatchDecision {
    private CancelBatchDecision() {}

    public static Decision decide(CancelBatch wish, Moment moment, Known known) {
        Batch batch = known.payments().batch(wish.batch());
        if (batch == null) {
            return refused(BATCH_UNKNOWN, wish.batch());
        }
        Map<Integer, Payment> all = known.payments().of(batch).stream()
                .collect(Collectors.toMap(Payment::row, Function.identity()));
        for (int row : named(wish)) {
            if (!all.containsKey(row)) {
                return refused(PAYMENT_UNKNOWN, wish.batch() + "." + row);
            }
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
        for (int row : named(wish)) {
            if (all.get(row).state() != State.RESERVED) {
                return refused(PAYMENT_NOT_OPEN, all.get(row).id()).with("state", all.get(row).state());
            }
        }
        Set<Integer> cancelled = wish.rows() == null ? all.keySet() : Set.copyOf(wish.rows());
        return new Accepted(unpaid.stream()
                .filter(payment -> cancelled.contains(payment.row()))
                .map(payment -> released(payment, wish.reason(), known))
                .toList());
    }

    private static List<Integer> named(CancelBatch wish) {
        return wish.rows() == null ? List.of() : wish.rows();
    }

    private static Fact released(Payment payment, String note, Known known) {
        return new ReservationReleased(
                payment.batch(),
                payment.row(),
                payment.id(),
                payment.institution(),
                payment.allotment(),
                payment.amount(),
                Reason.CANCELLED,
                null,
                null,
                note,
                PostingRules.released(known.allotments().get(payment.allotment()).purse(), payment.amount()));
    }
}
