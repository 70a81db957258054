package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.Fact;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.Row;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.fact.SettlementRefundReceived;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.HashMap;
import java.util.Map;

/**
 * What the ceilings of payments are measured with: of an institution's programme and budget year what is allotted, and
 * what of it is advanced; what approved rows not yet paid will take of each settlement's payable; and what of each
 * authority went, or by approved rows will go, to what its year's settlement takes no account of; and what each allotment
 * has spent towards which year's settlement, which is what a refund of that year can give back to it.
 */
public final class Ceilings {
    private record Towards(AllotmentId allotment, int settledYear) {}

    private record Share(InstitutionId institution, ProgrammeCode programme, int budgetYear) {}

    /** Sums of several sources may pass what one amount can say; no ceiling is that high. */
    private static final long MOST = Money.yuan("9999999999999.99").fen();

    private final Table<Share, Long> allotted;
    private final Table<Share, Long> advanced;
    private final Table<Purse, Long> awaited;
    private final Table<Purse, Long> usedOtherwise;
    private final Table<Towards, Long> spent;
    private final Payments payments;
    private final Table<AllotmentId, Allotment> allotments;

    Ceilings(Memory memory, Payments payments, Table<AllotmentId, Allotment> allotments) {
        allotted = new Table<>(memory, "allottedInAll", Form.json(Share.class), Form.LONG);
        advanced = new Table<>(memory, "advancedInAll", Form.json(Share.class), Form.LONG);
        awaited = new Table<>(memory, "payablesAwaited", Form.json(Purse.class), Form.LONG);
        usedOtherwise = new Table<>(memory, "authorityUsedOtherwise", Form.json(Purse.class), Form.LONG);
        spent = new Table<>(memory, "spentTowardsSettlements", Form.json(Towards.class), Form.LONG);
        this.payments = payments;
        this.allotments = allotments;
    }

    /** Authority of all allotments of the same institution, programme and budget year: available, reserved or spent. */
    Money allotted(Allotment allotment) {
        return Money.ofFen(Math.min(MOST, allotted.getOrDefault(share(allotment), 0L)));
    }

    /** What of it is advanced, or approved to be, less what came back. */
    Money advanced(Allotment allotment) {
        return Money.ofFen(Math.min(MOST, advanced.getOrDefault(share(allotment), 0L)));
    }

    /** What approved rows not yet paid will take of a settlement's payable. */
    Money awaited(Purse payable) {
        return Money.ofFen(Math.min(MOST, awaited.getOrDefault(payable, 0L)));
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

    /** What the allotment has spent towards the settlement of a year, less what came back of it. */
    public Money spentTowards(AllotmentId allotment, int settledYear) {
        return Money.ofFen(spent.getOrDefault(new Towards(allotment, settledYear), 0L));
    }

    /** Payments move authority within one allotment, so that what is allotted in all need not be added up again. */
    void fold(Entry entry) {
        foldSpent(entry.fact());
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
                lessAdvanced(payments.payment(fact.payment()), fact.amount());
                lessUsedOtherwise(payments.payment(fact.payment()), fact.amount());
                foldAllotted(fact.lines());
            }
            case EntryReversed fact when fact.payment() != null -> await(payments.payment(fact.payment()), 1);
            default -> foldAllotted(entry.fact().lines());
        }
    }

    private void foldSpent(Fact fact) {
        for (Line line : fact.lines()) {
            if (line.account() == Account.EXPENDED && line.allotment() != null) {
                Integer year = settledYear(fact, line);
                if (year != null) {
                    add(spent, new Towards(line.allotment(), year), -line.signed().fen());
                }
            }
        }
    }

    /** The year whose settlement takes it into account; {@code null} for a subsidy or a directed task, of which none does. */
    private Integer settledYear(Fact fact, Line line) {
        return switch (fact) {
            case Paid paid -> settledYear(payments.payment(paid.payment()));
            case PaymentReturned returned -> settledYear(payments.payment(returned.payment()));
            case EntryReversed reversed when reversed.payment() != null -> settledYear(payments.payment(reversed.payment()));
            case SettlementRefundReceived refund -> refund.budgetYear();
            default -> line.budgetYear();
        };
    }

    private Integer settledYear(Payment payment) {
        return switch (payment.kind()) {
            case ADVANCE, CAPITATION -> allotments.get(payment.allotment()).budgetYear();
            case SETTLEMENT -> allotments.get(payment.allotment()).owed(payment.basis()).budgetYear();
            case SUBSIDY, DIRECTIVE_TASK -> null;
        };
    }

    private void fold(DisbursementBatchApprovedRows fact) {
        Map<Share, Long> ahead = new HashMap<>();
        Map<Purse, Long> promised = new HashMap<>();
        Map<Purse, Long> otherwise = new HashMap<>();
        for (Row row : fact.rows()) {
            if (row.kind().isAdvance()) {
                ahead.merge(share(allotments.get(row.allotment())), row.amount().fen(), Math::addExact);
            } else if (row.kind() == PaymentKind.SETTLEMENT) {
                promised.merge(allotments.get(row.allotment()).owed(row.basis()), row.amount().fen(), Math::addExact);
            }
            if (isOtherwise(row.kind(), row.allotment(), row.basis())) {
                otherwise.merge(allotments.get(row.allotment()).owed(null), row.amount().fen(), Math::addExact);
            }
        }
        otherwise.forEach((authority, fen) -> add(usedOtherwise, authority, fen));
        ahead.forEach((share, fen) -> add(advanced, share, fen));
        promised.forEach((payable, fen) -> add(awaited, payable, fen));
    }

    private void await(Payment payment, int times) {
        if (payment.kind() == PaymentKind.SETTLEMENT) {
            add(awaited, allotments.get(payment.allotment()).owed(payment.basis()), times * payment.amount().fen());
        }
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
