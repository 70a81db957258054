package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import java.util.List;
import java.util.Set;

/**
 * 追缴退还: the institution gets back, out of what is held, what an appeal found it had given back too much.
 *
 * @param institution  the beneficiary
 * @param payee        the institution whose account receives the money
 * @param bankAccount  the account in which the money was held
 * @param bankRef      the bank's reference, unique for ever
 * @param bySource     in the composition of what of the refund due is held there, in ascending order of the sources' codes
 */
public record ClawbackRefundPaid(
        ClawbackId clawback,
        DivisionCode division,
        InstitutionId institution,
        InstitutionId payee,
        PayeeAccountId payeeAccount,
        BankAccountId bankAccount,
        String bankRef,
        Money amount,
        List<SourceAmount> bySource,
        Lines lines)
        implements Fact {
    public ClawbackRefundPaid {
        Text.required("bank reference", bankRef, 64);
        bySource = List.copyOf(bySource);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines)
                .and(Tags.CLAWBACK, clawback)
                .and(Tags.INSTITUTION, payee)
                .and(Tags.PAYEE_ACCOUNT, payeeAccount)
                .set();
    }
}
