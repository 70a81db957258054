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
import fundtrail.contract.id.TrancheId;
import java.util.Set;

/**
 * 配套到位: committed matching funds arrived in a treasury account, in the tranche's budget year.
 *
 * @param bankRef the bank's reference, unique for ever
 */
public record MatchingFundsPaid(
        TrancheId tranche,
        DivisionCode division,
        FundSourceCode fundSource,
        BankAccountId bankAccount,
        String bankRef,
        Money amount,
        Lines lines)
        implements Fact {
    public MatchingFundsPaid {
        Text.required("bank reference", bankRef, 64);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.TRANCHE, tranche).set();
    }
}
