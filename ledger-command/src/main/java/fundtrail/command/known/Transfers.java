package fundtrail.command.known;

import fundtrail.command.memory.Fingerprint;
import fundtrail.command.memory.Fingerprints;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.MatchingFundsCommitted;
import fundtrail.contract.fact.MatchingFundsPaid;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.fact.TransferNotified;
import fundtrail.contract.fact.TransferPassedDown;
import fundtrail.contract.fact.TransferReceived;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Transfers from above, tranche by tranche: what was notified, what came, and what went on. */
public final class Transfers implements Room {
    /** Money of a tranche that came, or went on; {@code dueOn} only of what came. */
    public record Moved(long position, LocalDate on, LocalDate dueOn, Money amount) {}

    /**
     * What was notified to one division under one id, and what became of it.
     *
     * @param batches  the batches that pay it to institutions
     * @param assigned what their rows pay, or are still to pay
     */
    public record Tranche(
            DivisionCode division, TrancheId id, int budgetYear, FundSourceCode fundSource, Money notified, List<Moved> received,
            List<Moved> passedDown, List<BatchId> batches, Money assigned) {

        /** What is still to come. */
        public Money outstanding() {
            return notified.minus(sum(received));
        }

        /** What has come, was not passed down and is not assigned to payments. */
        public Money held() {
            return sum(received).minus(gone());
        }

        /** The same, of what had come by that day. */
        public Money heldOn(LocalDate day) {
            return sum(received.stream().filter(one -> !one.on().isAfter(day)).toList()).minus(gone());
        }

        /** The earliest arrival of which money is still held, as what comes first goes on first; {@code null} when nothing is held. */
        public Moved earliestHeld() {
            Money gone = gone();
            for (Moved arrival : received) {
                if (!gone.covers(arrival.amount())) {
                    return arrival;
                }
                gone = gone.minus(arrival.amount());
            }
            return null;
        }

        private Money gone() {
            return sum(passedDown).plus(assigned);
        }

        private static Money sum(List<Moved> moved) {
            return Money.sum(moved.stream().map(Moved::amount).toList());
        }

        private Tranche with(List<Moved> received, List<Moved> passedDown) {
            return new Tranche(division, id, budgetYear, fundSource, notified, received, passedDown, batches, assigned);
        }

        private Tranche assigned(BatchId batch, Money more) {
            List<BatchId> paying = batches.contains(batch) ? batches : Stream.concat(batches.stream(), Stream.of(batch)).toList();
            return new Tranche(division, id, budgetYear, fundSource, notified, received, passedDown, paying, assigned.plus(more));
        }
    }

    private record Key(DivisionCode division, TrancheId tranche) {}

    private record Notice(String body, String number, DivisionCode division, FundSourceCode source) {}

    private record Match(DivisionCode division, TrancheId tranche, FundSourceCode source) {}

    private final Fingerprints bankRefs;
    private final Table<Key, Tranche> tranches;
    private final Table<Notice, Long> notices;
    private final Table<BatchId, Key> paidBy;
    /** Committed and not yet paid, in fen. */
    private final Table<Match, Long> committed;

    Transfers(Memory memory, Fingerprints bankRefs) {
        this.bankRefs = bankRefs;
        tranches = new Table<>(memory, "tranches", Form.json(Key.class), Form.json(Tranche.class));
        paidBy = new Table<>(memory, "tranchesOfBatches", Forms.BATCH, Form.json(Key.class));
        notices = new Table<>(memory, "notices", Form.json(Notice.class), Form.LONG);
        committed = new Table<>(memory, "matchingCommitted", Form.json(Match.class), Form.LONG);
    }

    /** The tranche as notified to the division, or {@code null}. */
    public Tranche tranche(DivisionCode division, TrancheId tranche) {
        return tranches.get(new Key(division, tranche));
    }

    /** The position at which this document notified money of the source to the division, or {@code null}. */
    public Long notifiedAt(DocumentRef document, DivisionCode division, FundSourceCode source) {
        return notices.get(new Notice(document.body(), document.number(), division, source));
    }

    /** Matching funds of the source that the division has committed to the tranche and not yet paid. */
    public Money unpaidMatching(DivisionCode division, TrancheId tranche, FundSourceCode source) {
        return Money.ofFen(committed.getOrDefault(new Match(division, tranche, source), 0L));
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case TransferNotified fact -> {
                tranches.put(new Key(fact.division(), fact.tranche()), new Tranche(fact.division(), fact.tranche(),
                        fact.budgetYear(), fact.fundSource(), fact.amount(), List.of(), List.of(), List.of(), Money.ZERO));
                DocumentRef document = entry.envelope().document();
                notices.put(new Notice(document.body(), document.number(), fact.division(), fact.fundSource()), entry.position());
            }
            case TransferReceived fact -> {
                bankRefs.put(Fingerprint.of(fact.bankRef()), entry.position());
                Tranche tranche = tranche(fact.division(), fact.tranche());
                put(tranche.with(with(tranche.received(), new Moved(entry.position(), fact.arrivedOn(), fact.dueOn(), fact.amount())),
                        tranche.passedDown()));
            }
            case TransferPassedDown fact -> {
                Tranche tranche = tranche(fact.division(), fact.tranche());
                if (tranche != null) {
                    put(tranche.with(tranche.received(), with(tranche.passedDown(),
                            new Moved(entry.position(), entry.envelope().effectiveDate(), null, fact.principal()))));
                }
            }
            case MatchingFundsCommitted fact -> match(fact.division(), fact.tranche(), fact.fundSource(), fact.amount());
            case MatchingFundsPaid fact -> {
                bankRefs.put(Fingerprint.of(fact.bankRef()), entry.position());
                match(fact.division(), fact.tranche(), fact.fundSource(), fact.amount().negated());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Takes in what a batch that names a tranche pays of it: from the approval of a row until it is released or its money came back. */
    void post(Entry entry) {
        switch (entry.fact()) {
            case DisbursementBatchApprovedRows fact when fact.tranche() != null -> {
                paidBy.put(fact.batch(), new Key(fact.lines().list().getFirst().division(), fact.tranche()));
                assign(fact.batch(), Money.sum(fact.rows().stream().map(DisbursementBatchApprovedRows.Row::amount).toList()));
            }
            case ReservationReleased fact -> assign(fact.batch(), fact.amount().negated());
            case PaymentReturned fact -> assign(batchOf(fact.payment()), fact.undone().negated());
            default -> { }
        }
    }

    private void assign(BatchId batch, Money more) {
        if (paidBy.has(batch)) {
            put(tranches.get(paidBy.get(batch)).assigned(batch, more));
        }
    }

    private static BatchId batchOf(PaymentId payment) {
        return new BatchId(payment.value().substring(0, payment.value().lastIndexOf('.')));
    }

    /** A receipt was taken back: of a tranche, so that it is still to come; of matching funds, so that they are still committed. */
    void reversed(EntryReversed reversal) {
        for (Line line : reversal.lines()) {
            Tranche tranche = line.tranche() == null ? null : tranche(line.division(), line.tranche());
            if (tranche != null && reversal.undoes().equals("TransferReceived")) {
                put(tranche.with(tranche.received().stream().filter(one -> one.position() != reversal.reverses()).toList(),
                        tranche.passedDown()));
            } else if (tranche != null) {
                match(line.division(), line.tranche(), line.fundSource(), line.amount().negated());
            }
        }
    }

    private void match(DivisionCode division, TrancheId tranche, FundSourceCode source, Money more) {
        committed.put(new Match(division, tranche, source), unpaidMatching(division, tranche, source).plus(more).fen());
    }

    private void put(Tranche tranche) {
        tranches.put(new Key(tranche.division(), tranche.id()), tranche);
    }

    /** Arrivals in the order of their days, of one day as recorded. */
    private static List<Moved> with(List<Moved> moved, Moved more) {
        List<Moved> all = new ArrayList<>(moved);
        int at = all.size();
        while (at > 0 && all.get(at - 1).on().isAfter(more.on())) {
            at--;
        }
        all.add(at, more);
        return List.copyOf(all);
    }
}
