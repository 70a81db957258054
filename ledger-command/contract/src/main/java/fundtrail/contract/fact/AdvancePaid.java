package fundtrail.contract.fact;

import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import java.util.List;

/**
 * 预拨: cash paid before the entitlement is determined.
 *
 * @param row          the row of the batch it executes
 * @param institution  the beneficiary
 * @param payee        the institution whose account receives the money
 * @param bankAccount  the treasury account that pays
 * @param instalment   期次; may be absent
 * @param offsets      what it was set off against; absent when nothing was
 */
public record AdvancePaid(
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
        List<Offset> offsets,
        Lines lines)
        implements Paid {
    public AdvancePaid {
        offsets = Offset.carried(offsets);
    }

    /** One that nothing was set off against. */
    public AdvancePaid(PaymentId payment, BatchId batch, int row, InstitutionId institution, InstitutionId payee, PayeeAccountId payeeAccount,
            AllotmentId allotment, BankAccountId bankAccount, Money amount, String purpose, String instalment, Lines lines) {
        this(payment, batch, row, institution, payee, payeeAccount, allotment, bankAccount, amount, purpose, instalment, null, lines);
    }
}
