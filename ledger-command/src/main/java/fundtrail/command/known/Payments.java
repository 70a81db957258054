package fundtrail.command.known;

import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AdvancePaid;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.Row;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Approved batches and what became of their rows. */
public final class Payments {
    /** Where a payment stands. */
    public enum State {
        /** Approved; its authority is reserved. */
        RESERVED,
        /** Paid; the bank has not yet said so. */
        PAID,
        /** Paid, and the bank has confirmed it. */
        CONFIRMED,
        /** Not to be paid: refused at execution or cancelled. */
        RELEASED
    }

    /** An approved batch and its payments, in the order of its rows. */
    public record Batch(DisbursementBatchApproved approved, LocalDate effectiveDate, List<PaymentId> payments) {}

    /**
     * One row of an approved batch.
     *
     * @param paid     the fact that paid it; {@code null} while it is not paid
     * @param returned how much of it came back from the bank
     */
    public record Payment(BatchId batch, Row row, State state, AdvancePaid paid, LocalDate paidOn, Money returned) {
        Payment with(State state) {
            return new Payment(batch, row, state, paid, paidOn, returned);
        }
    }

    private record PayeeAndAmount(PayeeAccountId payee, Money amount) {}

    private final Table<BatchId, Batch> batches;
    private final Table<BatchId, List<PaymentId>> rowsUnderWay;
    private final Table<PaymentId, Payment> payments;
    private final Table<String, BatchId> files;
    private final Table<PayeeAndAmount, LocalDate> lastApproved;

    Payments(Journal journal) {
        batches = new Table<>(journal);
        rowsUnderWay = new Table<>(journal);
        payments = new Table<>(journal);
        files = new Table<>(journal);
        lastApproved = new Table<>(journal);
    }

    public Batch batch(BatchId id) {
        return batches.get(id);
    }

    public Payment payment(PaymentId id) {
        return payments.get(id);
    }

    public Collection<Payment> all() {
        return payments.values();
    }

    /** The batch that came from the file with this SHA-256, or {@code null}. */
    public BatchId ofFile(String sha256) {
        return files.get(sha256);
    }

    /** The effective date of the last batch in which this payee was to get exactly this amount, or {@code null}. */
    public LocalDate lastApproved(PayeeAccountId payee, Money amount) {
        return lastApproved.get(new PayeeAndAmount(payee, amount));
    }

    void fold(DisbursementBatchApprovedRows fact, Entry entry) {
        List<PaymentId> rows = new ArrayList<>(rowsUnderWay.getOrDefault(fact.batch(), List.of()));
        for (Row row : fact.rows()) {
            rows.add(row.payment());
            payments.put(row.payment(), new Payment(fact.batch(), row, State.RESERVED, null, null, Money.ZERO));
            lastApproved.put(new PayeeAndAmount(row.payeeAccount(), row.amount()), entry.envelope().effectiveDate());
        }
        rowsUnderWay.put(fact.batch(), List.copyOf(rows));
    }

    void fold(DisbursementBatchApproved fact, Entry entry) {
        batches.put(fact.batch(), new Batch(fact, entry.envelope().effectiveDate(), rowsUnderWay.get(fact.batch())));
        rowsUnderWay.remove(fact.batch());
        if (fact.fileHash() != null) {
            files.put(fact.fileHash(), fact.batch());
        }
    }

    void fold(AdvancePaid fact, Entry entry) {
        Payment row = payments.get(fact.payment());
        payments.put(fact.payment(), new Payment(
                row.batch(), row.row(), State.PAID, fact, entry.envelope().effectiveDate(), Money.ZERO));
    }

    void fold(ReservationReleased fact) {
        payments.put(fact.payment(), payments.get(fact.payment()).with(State.RELEASED));
    }

    void fold(PaymentConfirmed fact) {
        payments.put(fact.payment(), payments.get(fact.payment()).with(State.CONFIRMED));
    }

    void fold(PaymentReturned fact) {
        Payment row = payments.get(fact.payment());
        payments.put(fact.payment(), new Payment(
                row.batch(), row.row(), row.state(), row.paid(), row.paidOn(), row.returned().plus(fact.amount())));
    }

    /** A payment reversed before the bank confirmed it is approved and unpaid again. */
    void reversed(PaymentId id) {
        Payment row = payments.get(id);
        payments.put(id, new Payment(row.batch(), row.row(), State.RESERVED, null, null, Money.ZERO));
    }
}
