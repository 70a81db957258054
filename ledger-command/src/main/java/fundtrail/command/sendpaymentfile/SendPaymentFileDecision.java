package fundtrail.command.sendpaymentfile;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.BATCH_NOT_PAID;
import static fundtrail.command.decide.RefusalCode.BATCH_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_BATCH;
import static fundtrail.command.decide.RefusalCode.PAYMENT_FILE_USED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Payment;
import fundtrail.command.known.Payments.Batch;
import fundtrail.command.known.Payments.State;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PaymentFileSent;
import fundtrail.contract.id.BatchId;
import java.util.List;

public final class SendPaymentFileDecision {
    private SendPaymentFileDecision() {}

    public static Decision decide(SendPaymentFile wish, Moment moment, Known known) {
        Batch batch = known.payments().batch(wish.batch());
        if (batch == null) {
            return refused(BATCH_UNKNOWN, wish.batch());
        }
        BatchId before = known.payments().sentIn(wish.fileHash());
        if (before != null) {
            return refused(PAYMENT_FILE_USED, wish.fileHash()).with("batch", before);
        }
        if (moment.effectiveDate().isBefore(batch.effectiveDate())) {
            return refused(DATE_BEFORE_BATCH, wish.batch())
                    .with("date", moment.effectiveDate())
                    .with("approved", batch.effectiveDate());
        }
        List<Money> underWay = known.payments().of(batch).stream()
                .filter(payment -> payment.state() == State.PAID)
                .map(Payment::left)
                .filter(Money::isPositive)
                .toList();
        if (underWay.isEmpty()) {
            return refused(BATCH_NOT_PAID, wish.batch());
        }
        return accepted(new PaymentFileSent(
                wish.batch(), batch.approved().bankAccount(), wish.fileHash(), underWay.size(), Money.sum(underWay)));
    }
}
