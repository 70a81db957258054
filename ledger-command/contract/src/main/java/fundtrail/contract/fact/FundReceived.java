package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import java.util.Set;

/**
 * 资金到账: money of a source arrived in a treasury account.
 *
 * @param bankRef the bank's reference, unique for ever
 */
public record FundReceived(
        DivisionCode division,
        int budgetYear,
        FundSourceCode fundSource,
        BankAccountId bankAccount,
        String bankRef,
        Money amount,
        Lines lines)
        implements Fact {
    public FundReceived {
        Text.required("bank reference", bankRef, 64);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).set();
    }
}
