package fundtrail.contract.fact;

import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.PaymentBasis.Task;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.BatchId;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import fundtrail.contract.id.PaymentId;
import java.util.List;

/**
 * 指令性任务拨付: directed tasks paid at their fixed rate, an expense at once.
 *
 * @param row          the row of the batch it executes
 * @param institution  the beneficiary
 * @param payee        the institution whose account receives the money
 * @param bankAccount  the treasury account that pays
 * @param task         which tasks, how many, and at which rate
 * @param offsets      what it was set off against; absent when nothing was
 */
public record DirectiveTaskPaid(
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
        Task task,
        List<Offset> offsets,
        Lines lines)
        implements Paid {
    public DirectiveTaskPaid {
        if (task == null || task.task() == null || task.quantity() == null || task.rate() == null) {
            throw new IllegalArgumentException("a payment for directed tasks names them, how many, and their rate");
        }
        offsets = Offset.carried(offsets);
    }

    /** One that nothing was set off against. */
    public DirectiveTaskPaid(PaymentId payment, BatchId batch, int row, InstitutionId institution, InstitutionId payee, PayeeAccountId payeeAccount,
            AllotmentId allotment, BankAccountId bankAccount, Money amount, String purpose, Task task, Lines lines) {
        this(payment, batch, row, institution, payee, payeeAccount, allotment, bankAccount, amount, purpose, task, null, lines);
    }
}
