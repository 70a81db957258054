package fundtrail.command.known;

import static java.time.temporal.ChronoUnit.DAYS;

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
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /** An approved batch, all who had a hand in its approval, and its payments in the order of its rows. */
    public record Batch(
            DisbursementBatchApproved approved, Set<PersonRef> approvedBy, LocalDate effectiveDate, List<PaymentId> payments) {}

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

    private record PayeeAndAmount(PayeeAccountId payee, Money amount) {
        static PayeeAndAmount of(Row row) {
            return new PayeeAndAmount(row.payeeAccount(), row.amount());
        }
    }

    private final Table<BatchId, Batch> batches;
    private final Table<BatchId, List<PaymentId>> rowsUnderWay;
    private final Table<PaymentId, Payment> payments;
    private final Table<String, BatchId> files;
    private final Table<PayeeAndAmount, NavigableMap<LocalDate, Integer>> standing;

    Payments(Journal journal) {
        batches = new Table<>(journal);
        rowsUnderWay = new Table<>(journal);
        payments = new Table<>(journal);
        files = new Table<>(journal);
        standing = new Table<>(journal);
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

    /** The payments of the batch, in the order of its rows. */
    public List<Payment> of(Batch batch) {
        return batch.payments().stream().map(payments::get).toList();
    }

    /** Those of them that are approved and neither paid nor released. */
    public List<Payment> unpaid(Batch batch) {
        return of(batch).stream().filter(payment -> payment.state() == State.RESERVED).toList();
    }

    /** The batch that came from the file with this SHA-256, or {@code null}. */
    public BatchId ofFile(String sha256) {
        return files.get(sha256);
    }

    /** The division whose batch it is, or {@code null} when there is none. */
    public DivisionCode divisionOf(BatchId id) {
        Batch batch = batches.get(id);
        return batch == null ? null : batch.approved().division();
    }

    /** The division whose payment it is, or {@code null} when there is none. */
    public DivisionCode divisionOf(PaymentId id) {
        Payment payment = payments.get(id);
        return payment == null ? null : divisionOf(payment.batch());
    }

    /**
     * The effective date, nearest to {@code day} and at most {@code window} days away, of a batch by which this payee
     * got or is to get exactly this amount; {@code null} when there is none. Rows that were released, and payments that
     * came back whole, are forgotten: to pay them again repeats nothing.
     */
    public LocalDate standingNear(PayeeAccountId payee, Money amount, LocalDate day, int window) {
        NavigableMap<LocalDate, Integer> days = standing.get(new PayeeAndAmount(payee, amount));
        if (days == null) {
            return null;
        }
        return Stream.of(days.floorKey(day), days.higherKey(day))
                .flatMap(Stream::ofNullable)
                .filter(near -> Math.abs(DAYS.between(near, day)) <= window)
                .min(Comparator.comparing(near -> Math.abs(DAYS.between(near, day))))
                .orElse(null);
    }

    void fold(DisbursementBatchApprovedRows fact, Entry entry) {
        List<PaymentId> rows = new ArrayList<>(rowsUnderWay.getOrDefault(fact.batch(), List.of()));
        for (Row row : fact.rows()) {
            rows.add(row.payment());
            payments.put(row.payment(), new Payment(fact.batch(), row, State.RESERVED, null, null, Money.ZERO));
            stand(row, entry.envelope().effectiveDate(), 1);
        }
        rowsUnderWay.put(fact.batch(), List.copyOf(rows));
    }

    void fold(DisbursementBatchApproved fact, Entry entry) {
        batches.put(fact.batch(), new Batch(
                fact, entry.envelope().hands(), entry.envelope().effectiveDate(), rowsUnderWay.get(fact.batch())));
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
        Payment row = payments.get(fact.payment());
        payments.put(fact.payment(), row.with(State.RELEASED));
        stand(row.row(), batches.get(row.batch()).effectiveDate(), -1);
    }

    void fold(PaymentConfirmed fact) {
        payments.put(fact.payment(), payments.get(fact.payment()).with(State.CONFIRMED));
    }

    void fold(PaymentReturned fact) {
        Payment row = payments.get(fact.payment());
        Money returned = row.returned().plus(fact.amount());
        payments.put(fact.payment(), new Payment(
                row.batch(), row.row(), row.state(), row.paid(), row.paidOn(), returned));
        if (returned.equals(row.row().amount())) {
            stand(row.row(), batches.get(row.batch()).effectiveDate(), -1);
        }
    }

    /** A payment reversed before the bank confirmed it is approved and unpaid again. */
    void reversed(PaymentId id) {
        Payment row = payments.get(id);
        payments.put(id, new Payment(row.batch(), row.row(), State.RESERVED, null, null, Money.ZERO));
    }

    /** One payment more, or one less, of this row's amount to its payee on that day. */
    private void stand(Row row, LocalDate day, int more) {
        PayeeAndAmount key = PayeeAndAmount.of(row);
        NavigableMap<LocalDate, Integer> days = new TreeMap<>(standing.getOrDefault(key, Collections.emptyNavigableMap()));
        if (days.merge(day, more, Integer::sum) == 0) {
            days.remove(day);
        }
        if (days.isEmpty()) {
            standing.remove(key);
        } else {
            standing.put(key, Collections.unmodifiableNavigableMap(days));
        }
    }
}
