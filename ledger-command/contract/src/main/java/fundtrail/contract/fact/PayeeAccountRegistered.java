package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PayeeAccountId;
import java.util.Set;

/**
 * 收款账户登记. Payable from the working day the rule set says, counted from its recording.
 *
 * @param institution whose account it is: the payee, which may not be the beneficiary
 */
public record PayeeAccountRegistered(
        PayeeAccountId payeeAccount, InstitutionId institution, String accountName, String accountNumber, String bank)
        implements Fact {
    public PayeeAccountRegistered {
        if (payeeAccount == null || institution == null) {
            throw new IllegalArgumentException("a payee account needs its id and its institution");
        }
        Text.required("account name", accountName, 120);
        Text.required("account number", accountNumber, 40);
        Text.required("bank", bank, 120);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PAYEE_ACCOUNT, payeeAccount).and(Tags.INSTITUTION, institution).set();
    }
}
