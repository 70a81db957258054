package fundtrail.contract.fact;

import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PaymentBasis.Subsidy;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import java.util.List;

/**
 * 补助拨付: an earmarked subsidy paid, an expense at once.
 *
 * @param row          the row of the batch it executes
 * @param institution  the beneficiary
 * @param payee        the institution whose account receives the money
 * @param bankAccount  the treasury account that pays
 * @param subsidy      what is subsidized; for personnel cost, what that comes to part by part
 * @param offsets      what it was set off against; absent when nothing was
 */
public record SubsidyPaid(
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
        Subsidy subsidy,
        List<Offset> offsets,
        Lines lines)
        implements Paid {
    public SubsidyPaid {
        if (subsidy == null) {
            throw new IllegalArgumentException("a subsidy names its category");
        }
        offsets = Offset.carried(offsets);
    }

    /** One that nothing was set off against. */
    public SubsidyPaid(PaymentId payment, BatchId batch, int row, InstitutionId institution, InstitutionId payee, PayeeAccountId payeeAccount,
            AllotmentId allotment, BankAccountId bankAccount, Money amount, String purpose, Subsidy subsidy, Lines lines) {
        this(payment, batch, row, institution, payee, payeeAccount, allotment, bankAccount, amount, purpose, subsidy, null, lines);
    }
}
