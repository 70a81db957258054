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
 * 清算拨付: what a settlement found payable, paid. Where the settled year is closed, the cash and the authority are a later
 * year's.
 *
 * @param row          the row of the batch it executes
 * @param institution  the beneficiary
 * @param payee        the institution whose account receives the money
 * @param bankAccount  the treasury account that pays
 * @param settledYear  the budget year whose settlement is paid
 * @param offsets      what it was set off against; absent when nothing was
 */
public record SettlementPaid(
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
        int settledYear,
        List<Offset> offsets,
        Lines lines)
        implements Paid {
    public SettlementPaid {
        offsets = Offset.carried(offsets);
    }

    /** One that nothing was set off against. */
    public SettlementPaid(PaymentId payment, BatchId batch, int row, InstitutionId institution, InstitutionId payee, PayeeAccountId payeeAccount,
            AllotmentId allotment, BankAccountId bankAccount, Money amount, String purpose, int settledYear, Lines lines) {
        this(payment, batch, row, institution, payee, payeeAccount, allotment, bankAccount, amount, purpose, settledYear, null, lines);
    }
}
