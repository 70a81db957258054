package fundtrail.contract.fact;

import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PaymentBasis.Heads;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import java.util.List;

/**
 * 人头预付: an advance by the head. The rows of one institution and programme in a batch together pay for the heads once.
 *
 * @param row          the row of the batch it executes
 * @param institution  the beneficiary
 * @param payee        the institution whose account receives the money
 * @param bankAccount  the treasury account that pays
 * @param instalment   期次; may be absent
 * @param heads        how many, at which rate, for how many months
 * @param offsets      what it was set off against; absent when nothing was
 */
public record CapitationPrepaid(
        PaymentId payment,
        BatchId batch,
        int row,
        InstitutionId institution,
        InstitutionId payee,
        PayeeAccountId payeeAccount,
        AllotmentId allotment,
        BankAccountId bankAccount,
        Money amount,
        String purpose,
        String instalment,
        Heads heads,
        List<Offset> offsets,
        Lines lines)
        implements Paid {
    public CapitationPrepaid {
        if (heads == null || heads.rate() == null) {
            throw new IllegalArgumentException("a capitation prepayment names its heads and their rate");
        }
        offsets = Offset.carried(offsets);
    }

    /** One that nothing was set off against. */
    public CapitationPrepaid(PaymentId payment, BatchId batch, int row, InstitutionId institution, InstitutionId payee, PayeeAccountId payeeAccount,
            AllotmentId allotment, BankAccountId bankAccount, Money amount, String purpose, String instalment, Heads heads, Lines lines) {
        this(payment, batch, row, institution, payee, payeeAccount, allotment, bankAccount, amount, purpose, instalment, heads, null, lines);
    }
}
