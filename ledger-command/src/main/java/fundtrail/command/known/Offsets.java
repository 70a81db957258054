package fundtrail.command.known;

import fundtrail.command.known.Clawbacks.Term;
import fundtrail.command.known.Payment.SetOff;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.ClawbackAmount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows;
import fundtrail.contract.fact.EntryReversed;
import fundtrail.contract.fact.Offset;
import fundtrail.contract.fact.Paid;
import fundtrail.contract.fact.PaymentConfirmed;
import fundtrail.contract.fact.PaymentReturned;
import fundtrail.contract.fact.ReservationReleased;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import java.util.List;

/**
 * What payments are set off against claw-backs: promised from the approval of the row on, offset once it is paid, and free
 * to leave the paying bank account once the bank has confirmed the payment.
 */
final class Offsets {
    private record InAll(ClawbackId clawback, FundSourceCode fundSource) {}

    private record Unconfirmed(ClawbackId clawback, FundSourceCode fundSource, BankAccountId bankAccount) {}

    private final Table<ClawbackId, Long> promised;
    private final Table<Unconfirmed, Long> unconfirmed;
    private final Table<InAll, Long> unconfirmedInAll;
    private final Clawbacks clawbacks;
    private final Payments payments;

    Offsets(Memory memory, Clawbacks clawbacks, Payments payments) {
        promised = new Table<>(memory, "offsetsPromised", Forms.CLAWBACK, Form.LONG);
        unconfirmed = new Table<>(memory, "offsetsUnconfirmed", Form.json(Unconfirmed.class), Form.LONG);
        unconfirmedInAll = new Table<>(memory, "offsetsUnconfirmedInAll", Form.json(InAll.class), Form.LONG);
        this.clawbacks = clawbacks;
        this.payments = payments;
    }

    /** What approved rows not yet paid are to be set off against the claw-back. */
    Money promised(ClawbackId clawback) {
        return Money.ofFen(promised.getOrDefault(clawback, 0L));
    }

    /** What was set off by payments out of the account that the bank has not confirmed. */
    Money unconfirmed(ClawbackId clawback, FundSourceCode source, BankAccountId bankAccount) {
        return Money.ofFen(unconfirmed.getOrDefault(new Unconfirmed(clawback, source, bankAccount), 0L));
    }

    /** The same, out of whatever account. */
    Money unconfirmed(ClawbackId clawback, FundSourceCode source) {
        return Money.ofFen(unconfirmedInAll.getOrDefault(new InAll(clawback, source), 0L));
    }

    /** Takes in a fact about a payment, which is still known as it stood before. */
    void post(Entry entry) {
        switch (entry.fact()) {
            case DisbursementBatchApprovedRows fact -> {
                for (DisbursementBatchApprovedRows.Row row : fact.rows()) {
                    for (ClawbackAmount one : row.offsets() == null ? List.<ClawbackAmount>of() : row.offsets()) {
                        promise(one.clawback(), one.amount());
                    }
                }
            }
            case ReservationReleased fact ->
                payments.payment(fact.payment()).setOffs().forEach(one -> promise(one.clawback(), one.amount().negated()));
            case Paid fact -> {
                for (Offset one : fact.offsets() == null ? List.<Offset>of() : fact.offsets()) {
                    promise(one.clawback(), one.amount().negated());
                    clawbacks.arrived(one.clawback(), Term.OFFSET, one.bySource(), fact.bankAccount(), 1);
                    await(one.clawback(), one.bySource(), fact.bankAccount(), 1);
                }
            }
            case PaymentConfirmed fact -> {
                Payment payment = payments.payment(fact.payment());
                for (SetOff one : payment.setOffs()) {
                    await(one.clawback(), one.bySource(), payments.paidFrom(payment), -1);
                }
            }
            case PaymentReturned fact when fact.offsets() != null -> undo(payments.payment(fact.payment()), false);
            case EntryReversed fact when fact.payment() != null -> undo(payments.payment(fact.payment()), true);
            default -> { }
        }
    }

    /** @param again whether the row is to be paid again, so that its offsets are promised again */
    private void undo(Payment payment, boolean again) {
        BankAccountId bankAccount = payments.paidFrom(payment);
        for (SetOff one : payment.setOffs()) {
            clawbacks.arrived(one.clawback(), Term.OFFSET, one.bySource(), bankAccount, -1);
            await(one.clawback(), one.bySource(), bankAccount, -1);
            if (again) {
                promise(one.clawback(), one.amount());
            }
        }
    }

    private void promise(ClawbackId clawback, Money more) {
        promised.put(clawback, Math.addExact(promised.getOrDefault(clawback, 0L), more.fen()));
    }

    private void await(ClawbackId clawback, List<SourceAmount> bySource, BankAccountId bankAccount, int sign) {
        for (SourceAmount one : bySource) {
            Unconfirmed key = new Unconfirmed(clawback, one.fundSource(), bankAccount);
            unconfirmed.put(key, Math.addExact(unconfirmed.getOrDefault(key, 0L), sign * one.amount().fen()));
            InAll all = new InAll(clawback, one.fundSource());
            unconfirmedInAll.put(all, Math.addExact(unconfirmedInAll.getOrDefault(all, 0L), sign * one.amount().fen()));
        }
    }
}
