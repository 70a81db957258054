package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.FundSourceRegistered.RestitutionTarget;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import java.util.Set;

/**
 * 归还原渠道: recovered money goes back to the sources that had paid, each by its own rule.
 *
 * @param bankAccount the account in which the money was held
 * @param bySource    in the composition of what was held there, in ascending order of the sources' codes
 */
public record FundSourceRestored(
        ClawbackId clawback,
        DivisionCode division,
        InstitutionId institution,
        BankAccountId bankAccount,
        Money amount,
        List<RestoredOfSource> bySource,
        Lines lines)
        implements Fact {

    /** What one source gets back, and where. */
    public record RestoredOfSource(FundSourceCode fundSource, Money amount, RestitutionTarget target) {}

    public FundSourceRestored {
        bySource = List.copyOf(bySource);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.CLAWBACK, clawback).set();
    }
}
