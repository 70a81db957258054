package fundtrail.command.known;

import fundtrail.command.known.Payments.State;
import fundtrail.command.known.Shapes.Posted;
import fundtrail.command.memory.Form;
import fundtrail.contract.Money;
import fundtrail.contract.fact.DisbursementBatchApprovedRows.PaymentKind;
import fundtrail.contract.fact.PaymentBasis;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import java.time.LocalDate;

/**
 * One row of an approved batch.
 *
 * @param row        its number in the clerk's file
 * @param purpose    {@code null} once settled
 * @param instalment may be absent; {@code null} once settled
 * @param posted     the lines that paid it; {@code null} unless it can be reversed
 * @param paidOn     {@code null} while it is not paid
 * @param returned   how much of it came back from the bank
 * @param basis      what the amount rests on; absent where its kind has none, and of all but a settlement's once settled
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
        PaymentBasis basis) {

    private static final PaymentKind[] KINDS = PaymentKind.values();
    private static final State[] STATES = State.values();
    private static final Form<PaymentBasis> BASIS = Form.json(PaymentBasis.class);

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
    }, in -> new Payment(Forms.BATCH.read(in), in.readInt(), KINDS[in.readByte()], Forms.INSTITUTION.read(in),
            Forms.PAYEE_ACCOUNT.read(in), Forms.ALLOTMENT.read(in), Money.ofFen(in.readLong()), in.text(), in.text(),
            STATES[in.readByte()], in.readBoolean() ? Posted.FORM.read(in) : null, in.day(), Money.ofFen(in.readLong()),
            in.readBoolean() ? BASIS.read(in) : null));

    public PaymentId id() {
        return new PaymentId(batch + "." + row);
    }

    public boolean isPaid() {
        return state == State.PAID || state == State.CONFIRMED;
    }

    Payment with(State state, Posted posted, LocalDate paidOn, Money returned) {
        return new Payment(batch, row, kind, institution, payeeAccount, allotment, amount, purpose, instalment, state, posted,
                paidOn, returned, basis);
    }

    /** The same, of which what only its execution or its reversal would need is forgotten. */
    Payment settled(State state) {
        return new Payment(batch, row, kind, institution, payeeAccount, allotment, amount, null, null, state, null,
                paidOn, returned, kind == PaymentKind.SETTLEMENT ? basis : null);
    }
}
