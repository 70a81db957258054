package fundtrail.contract.fact;

import fundtrail.contract.CompensationChannel;
import fundtrail.contract.Fact;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import java.util.Set;

/**
 * 预算批复: own-level resources approved for a budget year.
 *
 * @param channel the channel it is spent through
 * @param sources one amount for each fund source, each positive
 */
public record BudgetApproved(
        DivisionCode division, int budgetYear, ProgrammeCode programme, CompensationChannel channel, List<SourceAmount> sources, Lines lines)
        implements Fact {

    /** A fund source and what it gives. */
    public record SourceAmount(FundSourceCode fundSource, Money amount) {
        public SourceAmount {
            if (fundSource == null || amount == null) {
                throw new IllegalArgumentException("each source needs its code and its amount");
            }
        }
    }

    public BudgetApproved {
        if (channel == null) {
            throw new IllegalArgumentException("a budget names its channel");
        }
        sources = List.copyOf(sources);
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(lines).and(Tags.PROGRAMME, programme).set();
    }
}
