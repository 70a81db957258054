package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.Row;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.OpeningBalanceRecordedRows;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.HashMap;
import java.util.Map;

/**
 * What the ceilings of payments are measured with: of an institution's programme and budget year what is allotted, and
 * what of it is advanced; what approved rows not yet paid will add to each advance and take of each settlement's payable; and what of each
 * authority went, or by approved rows will go, to what its year's settlement takes no account of.
 */
public final class Ceilings {
    private record Share(InstitutionId institution, ProgrammeCode programme, int budgetYear) {}

    private record Awaited(Account account, Purse owed) {}

    /** Sums of several sources may pass what one amount can say; no ceiling is that high. */
    private static final long MOST = Money.yuan("9999999999999.99").fen();

    private final Table<Share, Long> allotted;
    private final Table<Share, Long> advanced;
    private final Table<Awaited, Long> awaited;
    private final Table<Purse, Long> usedOtherwise;
    private final Spending spending;
    private final Payments payments;
    private final Table<AllotmentId, Allotment> allotments;

    Ceilings(Memory memory, Payments payments, Table<AllotmentId, Allotment> allotments) {
        allotted = new Table<>(memory, "allottedInAll", Form.json(Share.class), Form.LONG);
        advanced = new Table<>(memory, "advancedInAll", Form.json(Share.class), Form.LONG);
        awaited = new Table<>(memory, "paymentsAwaited", Form.json(Awaited.class), Form.LONG);
        usedOtherwise = new Table<>(memory, "authorityUsedOtherwise", Form.json(Purse.class), Form.LONG);
        this.payments = payments;
        this.allotments = allotments;
        spending = new Spending(memory, payments, allotments);
    }

    /** Authority of all allotments of the same institution, programme and budget year: available, reserved or spent. */
    Money allotted(Allotment allotment) {
        return Money.ofFen(Math.min(MOST, allotted.getOrDefault(share(allotment), 0L)));
    }

    /** What of it is advanced, or approved to be, less what came back. */
    Money advanced(Allotment allotment) {
        return Money.ofFen(Math.min(MOST, advanced.getOrDefault(share(allotment), 0L)));
    }

    /**
     * What approved rows not yet paid will be debited to an account.
     *
     * @param account ADVANCES or SETTLEMENT_PAYABLE
     * @param owed    division, budget year, source, institution and programme
     */
    public Money awaited(Account account, Purse owed) {
        return Money.ofFen(Math.min(MOST, awaited.getOrDefault(new Awaited(account, owed), 0L)));
    }

    /**
     * What of an authority went, or by approved rows will go, to subsidies, directed tasks and settlements of earlier years,
     * less what came back: none of it can bear what its own year has earned.
     *
     * @param authority division, budget year, source, institution and programme
     */
    Money usedOtherwise(Purse authority) {
        return Money.ofFen(Math.min(MOST, usedOtherwise.getOrDefault(authority, 0L)));
    }

    /** What was spent towards which year's settlement. */
    public Spending spending() {
        return spending;
    }

    /** More of an authority has gone to what its year's settlement takes no account of. */
    void usedOtherwise(Purse authority, Money amount) {
        add(usedOtherwise, authority, amount.fen());
    }

    /** What is allotted follows the merger's lines, and nothing is awaited of an institution that ends. */
    void merged(Merger merger) {
        advanced.rename(share -> new Share(merger.of(share.institution()), share.programme(), share.budgetYear()), Math::addExact);
        usedOtherwise.rename(merger::of, Math::addExact);
        spending.merged(merger);
    }

    /** Payments move authority within one allotment, so that what is allotted in all need not be added up again. */
    void fold(Entry entry) {
        spending.fold(entry);
        switch (entry.fact()) {
            case DisbursementBatchApprovedRows fact -> fold(fact);
            case Paid fact -> await(payments.payment(fact.payment()), -1);
            case ReservationReleased fact -> {
                Payment payment = payments.payment(fact.payment());
                lessAdvanced(payment, payment.amount());
                lessUsedOtherwise(payment, payment.amount());
                await(payment, -1);
            }
            case PaymentReturned fact -> {
                lessAdvanced(payments.payment(fact.payment()), fact.undone());
                lessUsedOtherwise(payments.payment(fact.payment()), fact.undone());
                foldAllotted(fact.lines());
            }
            case EntryReversed fact when fact.payment() != null -> await(payments.payment(fact.payment()), 1);
            case OpeningBalanceRecordedRows fact -> {
                fold(fact);
                foldAllotted(fact.lines());
            }
            default -> foldAllotted(entry.fact().lines());
        }
    }

    /** What was advanced before the ledger began counts against the year's cap as well. */
    private void fold(OpeningBalanceRecordedRows fact) {
        for (OpeningBalanceRecordedRows.Row row : fact.rows()) {
            if (row.account() == Account.ADVANCES) {
                add(advanced, new Share(row.institution(), row.programme(), row.budgetYear()), row.amount().fen());
            }
        }
    }

    private void fold(DisbursementBatchApprovedRows fact) {
        Map<Share, Long> ahead = new HashMap<>();
        Map<Awaited, Long> promised = new HashMap<>();
        Map<Purse, Long> otherwise = new HashMap<>();
        for (Row row : fact.rows()) {
            if (row.kind().isAdvance()) {
                ahead.merge(share(allotments.get(row.allotment())), row.amount().fen(), Math::addExact);
            }
            if (isAwaited(row.kind())) {
                promised.merge(awaited(row.kind(), row.allotment(), row.basis()), row.amount().fen(), Math::addExact);
            }
            if (isOtherwise(row.kind(), row.allotment(), row.basis())) {
                otherwise.merge(allotments.get(row.allotment()).owed(null), row.amount().fen(), Math::addExact);
            }
        }
        otherwise.forEach((authority, fen) -> add(usedOtherwise, authority, fen));
        ahead.forEach((share, fen) -> add(advanced, share, fen));
        promised.forEach((owed, fen) -> add(awaited, owed, fen));
    }

    private void await(Payment payment, int times) {
        if (isAwaited(payment.kind())) {
            add(awaited, awaited(payment.kind(), payment.allotment(), payment.basis()), times * payment.amount().fen());
        }
    }

    private static boolean isAwaited(PaymentKind kind) {
        return kind.isAdvance() || kind == PaymentKind.SETTLEMENT;
    }

    private Awaited awaited(PaymentKind kind, AllotmentId allotment, PaymentBasis basis) {
        return new Awaited(kind.isAdvance() ? Account.ADVANCES : Account.SETTLEMENT_PAYABLE, allotments.get(allotment).owed(basis));
    }

    private void lessAdvanced(Payment payment, Money amount) {
        if (payment.kind().isAdvance()) {
            add(advanced, share(allotments.get(payment.allotment())), -amount.fen());
        }
    }

    private boolean isOtherwise(PaymentKind kind, AllotmentId id, PaymentBasis basis) {
        Allotment allotment = allotments.get(id);
        boolean ofItsYear = kind.isAdvance() || kind == PaymentKind.SETTLEMENT && allotment.owed(basis).equals(allotment.owed(null));
        return !ofItsYear && allotment.programme() != null;
    }

    private void lessUsedOtherwise(Payment payment, Money amount) {
        if (isOtherwise(payment.kind(), payment.allotment(), payment.basis())) {
            add(usedOtherwise, allotments.get(payment.allotment()).owed(null), -amount.fen());
        }
    }

    private void foldAllotted(Lines lines) {
        Map<Share, Long> more = new HashMap<>();
        for (Line line : lines) {
            boolean counts = line.account() == Account.ALLOTTED || line.account() == Account.RESERVED || line.account() == Account.EXPENDED;
            if (counts && line.programme() != null) {
                more.merge(new Share(line.institution(), line.programme(), line.budgetYear()), -line.signed().fen(), Math::addExact);
            }
        }
        more.forEach((share, fen) -> add(allotted, share, fen));
    }

    private static <K> void add(Table<K, Long> sums, K key, long fen) {
        if (fen != 0) {
            sums.put(key, Math.addExact(sums.getOrDefault(key, 0L), fen));
        }
    }

    private static Share share(Allotment allotment) {
        return new Share(allotment.institution(), allotment.programme(), allotment.budgetYear());
    }
}
