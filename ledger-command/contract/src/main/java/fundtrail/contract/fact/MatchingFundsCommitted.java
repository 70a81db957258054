package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.TrancheId;
import java.util.Set;

/**
 * 配套承诺: the division has undertaken to add own-level money to a tranche. Several for one tranche add up.
 *
 * @param fundSource the own-level source it will come from
 */
public record MatchingFundsCommitted(TrancheId tranche, DivisionCode division, FundSourceCode fundSource, Money amount)
        implements Fact {
    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.TRANCHE, tranche).and(Tags.FUND_SOURCE, fundSource).set();
    }
}
