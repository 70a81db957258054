package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.DivisionCode;
import java.util.Set;

/**
 * 风险金利息: the bank paid interest on the risk reserve.
 *
 * @param reserveAccount the account the reserve lies in
 * @param bankRef        the bank's reference, unique for ever
 */
public record ReserveInterestReceived(
        DivisionCode division,
        int budgetYear,
        BankAccountId reserveAccount,
        String bankRef,
        Money amount,
        Lines lines)
        implements Fact {
    public ReserveInterestReceived {
        Text.required("bank reference", bankRef, 64);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).set();
    }
}
