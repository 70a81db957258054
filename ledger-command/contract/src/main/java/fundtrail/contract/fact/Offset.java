package fundtrail.contract.fact;

import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.id.ClawbackId;
import java.util.List;

/**
 * 抵扣: what a payment was set off against a claw-back. The paying source pays the whole amount; what is offset stays in the
 * bank account that pays, held for the sources that recover.
 *
 * @param bySource the recovering sources, in the composition of what was outstanding, in ascending order of their codes
 */
public record Offset(ClawbackId clawback, Money amount, List<SourceAmount> bySource) {
    /** Claw-backs that one payment may be set off against, so that its fact stays small. */
    public static final int MOST = 4;

    public Offset {
        bySource = List.copyOf(bySource);
        if (!amount.isPositive() || !Money.sum(bySource.stream().map(SourceAmount::amount).toList()).equals(amount)) {
            throw new IllegalArgumentException("an offset is the sum of what its sources recover, above 0.00");
        }
    }

    /** As a fact carries them: absent when there are none. */
    public static List<Offset> carried(List<Offset> offsets) {
        return offsets == null || offsets.isEmpty() ? null : List.copyOf(offsets);
    }

    /** What they come to; nothing where there are none. */
    public static Money sum(List<Offset> offsets) {
        return offsets == null ? Money.ZERO : Money.sum(offsets.stream().map(Offset::amount).toList());
    }
}
