package fundtrail.command.known;

import fundtrail.command.known.Payment.SetOff;
import fundtrail.command.known.Shapes.Posted;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Series;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.Row;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.fact.PaymentFileSent;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.PersonRef;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Approved batches and what became of their rows. A payment is known by its batch and its row; the payments of one batch
 * have consecutive ordinals. Once it is settled, what only its execution or its reversal would need is forgotten.
 */
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

    /** An approved batch, all who had a hand in its approval, and where its payments stand, in the order of its rows. */
    public record Batch(
            DisbursementBatchApproved approved, List<PersonRef> approvedBy, LocalDate effectiveDate, int firstPayment) {}

    /** Digits of the number of a row, which is an Excel sheet's last at most. */
    private static final int LONGEST_ROW = 7;

    private final Table<BatchId, Batch> batches;
    private final Table<BatchId, Integer> underWay;
    private final Series<Payment> payments;
    private final Table<String, BatchId> files;
    private final Table<String, BatchId> sent;
    private final StandingPayments standing;
    private final Shapes shapes;
    /** One object for each identifier, which every row of it shares. */
    private final Map<Object, Object> shared = new HashMap<>();

    Payments(Memory memory, Shapes shapes) {
        batches = new Table<>(memory, "batches", Forms.BATCH, Form.json(Batch.class));
        underWay = new Table<>(memory, "batchesUnderWay", Forms.BATCH, Form.INT);
        payments = new Series<>(memory, "payments", Payment.FORM);
        files = new Table<>(memory, "files", Form.TEXT, Forms.BATCH);
        sent = new Table<>(memory, "paymentFiles", Form.TEXT, Forms.BATCH);
        standing = new StandingPayments(memory);
        this.shapes = shapes;
    }

    public Batch batch(BatchId id) {
        return batches.get(id);
    }

    /** The payment, or {@code null}. */
    public Payment payment(PaymentId id) {
        int ordinal = ordinal(id);
        return ordinal < 0 ? null : payments.get(ordinal);
    }

    Payment payment(int ordinal) {
        return payments.get(ordinal);
    }

    /** Where the payment stands, or −1. */
    private int ordinal(PaymentId id) {
        String text = id.value();
        int dot = text.lastIndexOf('.');
        int digits = text.length() - dot - 1;
        if (dot < 1 || digits < 1 || digits > LONGEST_ROW || text.charAt(dot + 1) == '0'
                || !text.chars().skip(dot + 1).allMatch(c -> '0' <= c && c <= '9')) {
            return -1;
        }
        Batch batch = batches.get(new BatchId(text.substring(0, dot)));
        return batch == null ? -1 : ordinal(batch, Integer.parseInt(text, dot + 1, text.length(), 10));
    }

    private int ordinal(Batch batch, int row) {
        int low = batch.firstPayment();
        int high = low + batch.approved().rowCount() - 1;
        while (low <= high) { // rows stand in ascending order of their numbers
            int middle = low + high >>> 1;
            int there = payments.get(middle).row();
            if (there == row) {
                return middle;
            }
            if (there < row) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The payments of the batch, in the order of its rows. */
    public List<Payment> of(Batch batch) {
        return List.copyOf(payments.slice(batch.firstPayment(), batch.approved().rowCount()));
    }

    /** Those of them that are approved and neither paid nor released. */
    public List<Payment> unpaid(Batch batch) {
        return payments.slice(batch.firstPayment(), batch.approved().rowCount()).stream()
                .filter(payment -> payment.state() == State.RESERVED)
                .toList();
    }

    /** The treasury account from which the payment's batch is paid. */
    public BankAccountId paidFrom(Payment payment) {
        return batches.get(payment.batch()).approved().bankAccount();
    }

    /** The batch that came from the file with this SHA-256, or {@code null}. */
    public BatchId ofFile(String sha256) {
        return files.get(sha256);
    }

    /** The batch that went to the bank in the payment file with this SHA-256, or {@code null}. */
    public BatchId sentIn(String sha256) {
        return sent.get(sha256);
    }

    /** The division whose batch it is, or {@code null} when there is none. */
    public DivisionCode divisionOf(BatchId id) {
        Batch batch = batches.get(id);
        return batch == null ? null : batch.approved().division();
    }

    /** The division whose payment it is, or {@code null} when there is none. */
    public DivisionCode divisionOf(PaymentId id) {
        Payment payment = payment(id);
        return payment == null ? null : divisionOf(payment.batch());
    }

    /** See {@link StandingPayments#near}. */
    public LocalDate standingNear(PayeeAccountId payee, Money amount, LocalDate day, int window) {
        return standing.near(payee, amount, day, window);
    }

    /** @return the ordinal of each payment, in the order of the rows: the first, and those that follow it */
    int fold(DisbursementBatchApprovedRows fact, Entry entry) {
        int first = payments.size();
        if (!underWay.has(fact.batch())) {
            underWay.put(shared(fact.batch()), first);
        }
        String purpose = null;
        String instalment = null;
        for (Row row : fact.rows()) {
            purpose = row.purpose().equals(purpose) ? purpose : row.purpose();
            instalment = row.instalment() == null || !row.instalment().equals(instalment) ? row.instalment() : instalment;
            Payment payment = new Payment(shared(fact.batch()), row.row(), row.kind(), shared(row.institution()),
                    shared(row.payeeAccount()), shared(row.allotment()), row.amount(), purpose, instalment, State.RESERVED, null,
                    null, Money.ZERO, row.basis() == null ? null : shared(row.basis()), setOffs(row));
            if (!payment.id().equals(row.payment())) {
                throw new IllegalStateException("row " + row.row() + " of batch " + fact.batch() + " became payment "
                        + row.payment() + ", but it can only be " + payment.id());
            }
            payments.add(payment);
            standing.add(payment, entry.envelope().effectiveDate(), 1);
        }
        return first;
    }

    private static List<SetOff> setOffs(Row row) {
        return row.offsets() == null ? List.of()
                : row.offsets().stream().map(one -> new SetOff(one.clawback(), one.amount(), List.of())).toList();
    }

    private static List<SetOff> setOffs(Paid fact) {
        return fact.offsets() == null ? List.of()
                : fact.offsets().stream().map(one -> new SetOff(one.clawback(), one.amount(), one.bySource())).toList();
    }

    private <T> T shared(T identifier) {
        @SuppressWarnings("unchecked")
        T one = (T) shared.computeIfAbsent(identifier, first -> first);
        return one;
    }

    void fold(DisbursementBatchApproved fact, Entry entry) {
        List<PersonRef> hands = entry.envelope().hands().stream().sorted(Comparator.comparing(PersonRef::value)).toList();
        batches.put(shared(fact.batch()), new Batch(fact, hands, entry.envelope().effectiveDate(), underWay.get(fact.batch())));
        underWay.remove(fact.batch());
        if (fact.fileHash() != null) {
            files.put(fact.fileHash(), shared(fact.batch()));
        }
    }

    /** @return the payment's ordinal */
    int fold(Paid fact, Entry entry) {
        int ordinal = ordinal(fact.payment());
        Posted posted = shapes.of(fact.lines(), fact.allotment());
        payments.set(ordinal, payments.get(ordinal)
                .with(State.PAID, posted, shared(entry.envelope().effectiveDate()), Money.ZERO)
                .setOff(setOffs(fact)));
        return ordinal;
    }

    void fold(ReservationReleased fact) {
        int ordinal = ordinal(fact.payment());
        Payment payment = payments.get(ordinal);
        payments.set(ordinal, payment.settled(State.RELEASED));
        standing.add(payment, batches.get(payment.batch()).effectiveDate(), -1);
    }

    void fold(PaymentFileSent fact) {
        sent.put(fact.fileHash(), fact.batch());
    }

    void fold(PaymentConfirmed fact) {
        int ordinal = ordinal(fact.payment());
        payments.set(ordinal, payments.get(ordinal).settled(State.CONFIRMED));
    }

    void fold(PaymentReturned fact) {
        int ordinal = ordinal(fact.payment());
        Payment payment = payments.get(ordinal);
        Payment after = payment.with(payment.state(), payment.posted(), payment.paidOn(), payment.returned().plus(fact.undone()))
                .setOff(fact.offsets() == null ? payment.setOffs() : List.of());
        payments.set(ordinal, after);
        if (after.isReturned()) {
            standing.add(payment, batches.get(payment.batch()).effectiveDate(), -1);
        }
    }

    /** A payment reversed before the bank confirmed it is approved and unpaid again. */
    void reversed(int ordinal) {
        Payment payment = payments.get(ordinal);
        payments.set(ordinal, payment.with(State.RESERVED, null, null, Money.ZERO)
                .setOff(payment.setOffs().stream().map(SetOff::promised).toList()));
    }
}
