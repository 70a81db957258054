package fundtrail.query.fold;

import static fundtrail.query.entity.Kind.ALLOTMENT;
import static fundtrail.query.entity.Kind.BATCH;
import static fundtrail.query.entity.Kind.HOLD;
import static fundtrail.query.entity.Kind.PAYEE_ACCOUNT;
import static fundtrail.query.entity.Kind.PAYMENT;
import static fundtrail.query.entity.Kind.TRANCHE;

import fundtrail.contract.Entry;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetAllotted;
import fundtrail.contract.fact.BudgetCarriedForward;
import fundtrail.contract.fact.ClawbackAmount;
import fundtrail.contract.fact.DisbursementBatchApproved;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.InstitutionMergedRows;
import fundtrail.contract.fact.Offset;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.fact.PaymentFileSent;
import fundtrail.contract.fact.PaymentHoldPlaced;
import fundtrail.contract.fact.PaymentHoldReleased;
import fundtrail.contract.fact.PaymentHoldReviewed;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PaymentId;
import fundtrail.query.access.Circle;
import fundtrail.query.access.Thing;
import fundtrail.query.entity.Allotment;
import fundtrail.query.entity.Batch;
import fundtrail.query.entity.Batch.SentFile;
import fundtrail.query.entity.Hold;
import fundtrail.query.entity.PayeeAccount;
import fundtrail.query.entity.Payment;
import fundtrail.query.entity.Payment.SetOff;
import fundtrail.query.entity.Payment.State;
import fundtrail.query.entity.Payment.Step;
import fundtrail.query.entity.Tranche;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Allotments, batches, payments and holds: how far each is. What they amount to is added up from the lines. */
final class MoneyFold implements Fold {
    @Override
    public void fold(Entry entry, Earlier earlier, Outcome outcome) {
        switch (entry.fact()) {
            case BudgetAllotted allotted -> outcome.now(
                    ALLOTMENT,
                    allotted.allotment(),
                    Shown.money(allotted.division(), allotted.institution()),
                    new Allotment(allotted.allotment(), allotted.institution(), allotted.division(), allotted.fundSource(),
                            allotted.programme(), allotted.budgetYear(), allotted.classification(), allotted.amount(),
                            entry.envelope().document(), null));
            case BudgetCarriedForward carried -> {
                if (carried.to() != null) {
                    earlier.version(ALLOTMENT, carried.from().value()).ifPresent(from -> outcome.now(
                            ALLOTMENT, carried.to(), from.shownTo(),
                            from.body().carried(carried.to(), carried.toYear(), carried.amount(), entry.envelope().document())));
                }
            }
            case DisbursementBatchApprovedRows part -> part.rows().forEach(row -> reserve(entry, part, row, earlier, outcome));
            case DisbursementBatchApproved approved -> outcome.now(
                    BATCH,
                    approved.batch(),
                    Shown.money(approved.division()),
                    new Batch(approved.batch(), approved.division(), approved.bankAccount(), approved.tranche(), approved.rowCount(),
                            approved.controlTotal(), approved.rowsHash(), approved.fileHash(), entry.envelope().causation(), List.of()));
            case Paid paid -> move(entry, earlier, outcome, paid.payment(), paid.amount(), payment ->
                    payment.paid(paid.payee(), paid.bankAccount(), made(paid.offsets()), step(entry, null)));
            case ReservationReleased released -> change(earlier, outcome, released.payment(), payment ->
                    payment.released(released.refusal(), released.hold(), released.note(), step(entry, null)));
            case PaymentFileSent sent -> earlier.version(BATCH, sent.batch().value()).ifPresent(batch ->
                    outcome.now(BATCH, sent.batch(), batch.shownTo(), batch.body().and(new SentFile(
                            sent.fileHash(), sent.payments(), sent.total(), entry.position(), entry.envelope().effectiveDate()))));
            case PaymentConfirmed confirmed -> change(earlier, outcome, confirmed.payment(), payment ->
                    payment.confirmed(step(entry, confirmed.bankRef())));
            case PaymentReturned returned -> move(entry, earlier, outcome, returned.payment(), returned.undone().negated(), payment ->
                    payment.returned(returned.undone(), returned.reason(), step(entry, returned.bankRef())));
            case EntryReversed reversed -> reverse(entry, reversed, earlier, outcome);
            case InstitutionMergedRows part -> goOver(part, earlier, outcome);
            case PaymentHoldPlaced placed -> outcome.now(
                    HOLD,
                    placed.hold(),
                    Shown.institution(Thing.HOLDS, earlier, placed.institution()),
                    new Hold(placed.hold(), placed.institution(), placed.programme(), placed.amount(), placed.spares(),
                            placed.legalBasis(), placed.reviewOn(), placed.expiresOn(),
                            entry.recordedAt(), entry.envelope().document(), null, null, null, null));
            case PaymentHoldReviewed review -> earlier.version(HOLD, review.hold().value()).ifPresent(hold ->
                    outcome.now(HOLD, hold.id(), hold.shownTo(), hold.body().reviewed(review, entry.recordedAt())));
            case PaymentHoldReleased released -> earlier.version(HOLD, released.hold().value()).ifPresent(hold ->
                    outcome.now(HOLD, hold.id(), hold.shownTo(), hold.body().released(entry.recordedAt(), released.reason())));
            default -> { }
        }
    }

    private static void reserve(
            Entry entry, DisbursementBatchApprovedRows part, DisbursementBatchApprovedRows.Row row, Earlier earlier, Outcome outcome) {
        InstitutionId payee = earlier.latest(PAYEE_ACCOUNT, row.payeeAccount()).map(PayeeAccount::institution).orElse(null);
        outcome.now(
                PAYMENT,
                row.payment(),
                Shown.payment(part.lines(), row.allotment(), row.institution(), payee),
                new Payment(row.payment(), part.batch(), row.row(), row.kind(), row.institution(), payee, row.payeeAccount(),
                        row.allotment(), null, part.tranche(), row.amount(), Money.ZERO, row.purpose(), row.instalment(), row.basis(),
                        asked(row.offsets()), State.RESERVED, null, null, null, List.of(step(entry, null))));
    }

    private static List<SetOff> asked(List<ClawbackAmount> offsets) {
        return offsets == null ? null : offsets.stream().map(one -> new SetOff(one.clawback(), one.amount(), null)).toList();
    }

    private static List<SetOff> made(List<Offset> offsets) {
        return offsets == null ? null
                : offsets.stream().map(one -> new SetOff(one.clawback(), one.amount(), one.bySource())).toList();
    }

    /** The fact undone says what is undone: a payment names itself, an allotment stands on the lines. */
    private static void reverse(Entry entry, EntryReversed reversed, Earlier earlier, Outcome outcome) {
        if (reversed.payment() != null) {
            earlier.latest(PAYMENT, reversed.payment().value()).ifPresent(before -> move(entry, earlier, outcome, reversed.payment(),
                    before.amount().negated(), payment -> payment.reversed(reversed.reason(), step(entry, null))));
        }
        if (reversed.undoes().equals("BudgetAllotted")) {
            reversed.lines().list().stream().map(Line::allotment).filter(Objects::nonNull).distinct().forEach(id ->
                    earlier.version(ALLOTMENT, id.value()).ifPresent(known ->
                            outcome.now(ALLOTMENT, id, known.shownTo(), known.body().reversed(entry.position()))));
        }
    }

    /** Allotments go over whole; who had one before still sees how it stood. */
    private static void goOver(InstitutionMergedRows part, Earlier earlier, Outcome outcome) {
        part.lines().list().stream().map(Line::allotment).filter(Objects::nonNull).distinct().forEach(id ->
                earlier.version(ALLOTMENT, id.value()).ifPresent(known -> {
                    Set<Circle> circles = new HashSet<>(known.shownTo());
                    circles.add(Circle.institution(Thing.MONEY, part.into()));
                    outcome.now(ALLOTMENT, id, circles, known.body().goesOver(part.into()));
                }));
    }

    private static void change(Earlier earlier, Outcome outcome, PaymentId payment, UnaryOperator<Payment> change) {
        earlier.version(PAYMENT, payment.value())
                .ifPresent(known -> outcome.now(PAYMENT, payment, known.shownTo(), change.apply(known.body())));
    }

    /** The payment changes, and with it what is paid of its tranche where its batch names one. */
    private static void move(
            Entry entry, Earlier earlier, Outcome outcome, PaymentId id, Money more, UnaryOperator<Payment> change) {
        change(earlier, outcome, id, change);
        earlier.latest(PAYMENT, id.value()).map(Payment::tranche).ifPresent(tranche -> {
            String key = Tranche.id(entry.fact().lines().list().getFirst().division(), tranche);
            earlier.version(TRANCHE, key).ifPresent(known -> outcome.now(TRANCHE, key, known.shownTo(), known.body().paid(more)));
        });
    }

    private static Step step(Entry entry, String bankRef) {
        return new Step(entry.envelope().type(), entry.position(), entry.envelope().effectiveDate(), bankRef);
    }
}
