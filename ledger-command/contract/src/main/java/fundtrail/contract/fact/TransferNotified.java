package fundtrail.contract.fact;

import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.TrancheId;
import java.util.Set;

/**
 * 转移支付下达: an upper level has notified money of an upper-level source; it may be allotted from now on.
 *
 * @param tranche   the notified sum, under the same id at every level it comes through
 * @param fromLevel the level whose notice it is: not always the source's, where money comes down by way of others
 * @param programme what it may be used for; may be absent where the notice leaves that open
 * @param channel   the channel it is spent through; may be absent where that is open too
 * @param advance   whether it was notified before its budget year began (提前下达)
 */
public record TransferNotified(
        TrancheId tranche,
        DivisionCode division,
        int budgetYear,
        Level fromLevel,
        FundSourceCode fundSource,
        ProgrammeCode programme,
        CompensationChannel channel,
        Money amount,
        boolean advance,
        Lines lines)
        implements Fact {
    public TransferNotified {
        if (tranche == null || division == null || fromLevel == null || fundSource == null || amount == null) {
            throw new IllegalArgumentException("a notified transfer needs its tranche, division, level, source and amount");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.TRANCHE, tranche).and(Tags.PROGRAMME, programme).set();
    }
}
