package fundtrail.command.known;

import fundtrail.command.known.Payments.State;
import fundtrail.command.known.Shapes.Posted;
import fundtrail.command.memory.Form;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import java.time.LocalDate;
import java.util.List;

/**
 * One row of an approved batch.
 *
 * @param row        its number in the clerk's file
 * @param purpose    {@code null} once settled
 * @param instalment may be absent; {@code null} once settled
 * @param posted     the lines that paid it; {@code null} unless it can be reversed
 * @param paidOn     {@code null} while it is not paid
 * @param returned   how much of it came back from the bank, and what was set off with it if that was undone too
 * @param basis      what the amount rests on; absent where its kind has none, and of all but a settlement's once settled
 * @param setOffs    against which claw-backs; none once the payment came back whole
 */
public record Payment(
        BatchId batch,
        int row,
        PaymentKind kind,
        InstitutionId institution,
        PayeeAccountId payeeAccount,
        AllotmentId allotment,
        Money amount,
        String purpose,
        String instalment,
        State state,
        Posted posted,
        LocalDate paidOn,
        Money returned,
        PaymentBasis basis,
        List<SetOff> setOffs) {

    /** @param bySource what each recovering source got; none before it is paid */
    public record SetOff(ClawbackId clawback, Money amount, List<SourceAmount> bySource) {
        SetOff promised() {
            return new SetOff(clawback, amount, List.of());
        }
    }

    private static final PaymentKind[] KINDS = PaymentKind.values();
    private static final State[] STATES = State.values();
    private static final Form<PaymentBasis> BASIS = Form.json(PaymentBasis.class);
    private static final Form<List<SetOff>> SET_OFFS = Form.list(SetOff.class);

    static final Form<Payment> FORM = Form.of((out, payment) -> {
        Forms.BATCH.write(out, payment.batch());
        out.writeInt(payment.row());
        out.writeByte(payment.kind().ordinal());
        Forms.INSTITUTION.write(out, payment.institution());
        Forms.PAYEE_ACCOUNT.write(out, payment.payeeAccount());
        Forms.ALLOTMENT.write(out, payment.allotment());
        out.writeLong(payment.amount().fen());
        Form.text(out, payment.purpose());
        Form.text(out, payment.instalment());
        out.writeByte(payment.state().ordinal());
        out.writeBoolean(payment.posted() != null);
        if (payment.posted() != null) {
            Posted.FORM.write(out, payment.posted());
        }
        Form.day(out, payment.paidOn());
        out.writeLong(payment.returned().fen());
        out.writeBoolean(payment.basis() != null);
        if (payment.basis() != null) {
            BASIS.write(out, payment.basis());
        }
        out.writeBoolean(!payment.setOffs().isEmpty());
        if (!payment.setOffs().isEmpty()) {
            SET_OFFS.write(out, payment.setOffs());
        }
    }, in -> new Payment(Forms.BATCH.read(in), in.readInt(), KINDS[in.readByte()], Forms.INSTITUTION.read(in),
            Forms.PAYEE_ACCOUNT.read(in), Forms.ALLOTMENT.read(in), Money.ofFen(in.readLong()), in.text(), in.text(),
            STATES[in.readByte()], in.readBoolean() ? Posted.FORM.read(in) : null, in.day(), Money.ofFen(in.readLong()),
            in.readBoolean() ? BASIS.read(in) : null, in.readBoolean() ? SET_OFFS.read(in) : List.of()));

    public PaymentId id() {
        return new PaymentId(batch + "." + row);
    }

    public boolean isPaid() {
        return state == State.PAID || state == State.CONFIRMED;
    }

    /** What the bank pays: the amount less what is set off. */
    public Money byBank() {
        return amount.minus(Money.sum(setOffs.stream().map(SetOff::amount).toList()));
    }

    /** What the bank has, or is to have, of it: what it pays less what came back. */
    public Money left() {
        return byBank().minus(returned);
    }

    /** Whether all that the bank had paid came back. */
    public boolean isReturned() {
        return returned.isPositive() && left().isZero();
    }

    Payment setOff(List<SetOff> setOffs) {
        return new Payment(batch, row, kind, institution, payeeAccount, allotment, amount, purpose, instalment, state, posted,
                paidOn, returned, basis, setOffs);
    }

    Payment with(State state, Posted posted, LocalDate paidOn, Money returned) {
        return new Payment(batch, row, kind, institution, payeeAccount, allotment, amount, purpose, instalment, state, posted,
                paidOn, returned, basis, setOffs);
    }

    /** The same, of which what only its execution or its reversal would need is forgotten. */
    Payment settled(State state) {
        return new Payment(batch, row, kind, institution, payeeAccount, allotment, amount, null, null, state, null,
                paidOn, returned, kind == PaymentKind.SETTLEMENT ? basis : null, setOffs);
    }
}
