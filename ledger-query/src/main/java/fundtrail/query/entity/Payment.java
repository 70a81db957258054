package fundtrail.query.entity;

import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.HoldId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import fundtrail.contract.id.TrancheId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A payment, from the approval of its row on.
 *
 * @param institution the beneficiary
 * @param payee       whose account receives the money
 * @param bankAccount the treasury account that pays
 * @param tranche     the tranche its batch pays; absent where that names none
 * @param returned    what of it is undone: what came back, and what had been set off with it where that is undone too
 * @param basis       what the amount rests on; absent where its kind has none
 * @param offsets     what it is set off against: the bank pays so much less; absent where nothing is
 * @param refusal     the code by which execution refused it; absent unless it did
 * @param hold        the hold that refused it; absent unless one did
 * @param note        why it was released, returned or undone; absent unless it was
 * @param steps       the facts that made it what it is, first to last
 */
public record Payment(
        PaymentId payment,
        BatchId batch,
        int row,
        PaymentKind kind,
        InstitutionId institution,
        @MayBeAbsent InstitutionId payee,
        PayeeAccountId payeeAccount,
        AllotmentId allotment,
        @MayBeAbsent BankAccountId bankAccount,
        @MayBeAbsent TrancheId tranche,
        Money amount,
        Money returned,
        String purpose,
        @MayBeAbsent String instalment,
        @MayBeAbsent PaymentBasis basis,
        @MayBeAbsent List<SetOff> offsets,
        State state,
        @MayBeAbsent String refusal,
        @MayBeAbsent HoldId hold,
        @MayBeAbsent String note,
        List<Step> steps) {

    /** How far it is. */
    public enum State {
        /** Approved; its authority is reserved. */
        RESERVED,
        /** Will not be paid; its authority is available again. */
        RELEASED,
        /** Executed; the bank has not said yet. */
        PAID,
        /** The bank says the money left. */
        CONFIRMED,
        /** Part of it came back. */
        PARTLY_RETURNED,
        /** All of it came back. */
        RETURNED,
        /** Undone in red before the bank had it. */
        REVERSED
    }

    /**
     * A fact of its life.
     *
     * @param bankRef the bank's reference; absent where the fact has none
     */
    public record Step(String type, long position, LocalDate effectiveDate, @MayBeAbsent String bankRef) {}

    /**
     * What the payment is set off against.
     *
     * @param bySource what each recovering source gets; absent before it is paid
     */
    public record SetOff(ClawbackId clawback, Money amount, @MayBeAbsent List<SourceAmount> bySource) {}

    public Payment {
        steps = List.copyOf(steps);
    }

    public boolean isSetOffAgainst(ClawbackId clawback) {
        return offsets != null && offsets.stream().anyMatch(one -> one.clawback().equals(clawback));
    }

    /** What the bank pays. */
    public Money byBank() {
        return offsets == null ? amount : amount.minus(Money.sum(offsets.stream().map(SetOff::amount).toList()));
    }

    /** The position at which its row was approved. */
    public long approvedAt() {
        return steps.getFirst().position();
    }

    /** Executed as the fact says, which may name what the approved row did not. */
    public Payment paid(InstitutionId payee, BankAccountId bankAccount, List<SetOff> made, Step step) {
        return new Payment(payment, batch, row, kind, institution, payee, payeeAccount, allotment, bankAccount, tranche, amount, returned,
                purpose, instalment, basis, made, State.PAID, refusal, hold, note, and(step));
    }

    public Payment confirmed(Step step) {
        return with(returned.isZero() ? State.CONFIRMED : state, returned, note, step);
    }

    public Payment released(String refusal, HoldId hold, String note, Step step) {
        return new Payment(payment, batch, row, kind, institution, payee, payeeAccount, allotment, bankAccount, tranche, amount, returned,
                purpose, instalment, basis, offsets, State.RELEASED, refusal, hold, note, and(step));
    }

    public Payment returned(Money came, String reason, Step step) {
        Money total = returned.plus(came);
        return with(total.covers(byBank()) ? State.RETURNED : State.PARTLY_RETURNED, total, reason, step);
    }

    public Payment reversed(String reason, Step step) {
        return with(State.REVERSED, returned, reason, step);
    }

    private Payment with(State state, Money returned, String note, Step step) {
        return new Payment(payment, batch, row, kind, institution, payee, payeeAccount, allotment, bankAccount, tranche, amount, returned,
                purpose, instalment, basis, offsets, state, refusal, hold, note, and(step));
    }

    private List<Step> and(Step step) {
        var all = new ArrayList<>(steps);
        all.add(step);
        return all;
    }
}
