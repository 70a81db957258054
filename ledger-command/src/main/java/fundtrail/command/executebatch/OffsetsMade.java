package fundtrail.command.executebatch;

import fundtrail.command.decide.RefusalCode;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.Known;
import fundtrail.command.known.Payment;
import fundtrail.command.known.Payment.SetOff;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.contract.Line;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.Offset;
import fundtrail.contract.id.BankAccountId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.FundSourceCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What payments are set off against, in the composition of what is outstanding when their turn comes. */
final class OffsetsMade {
    private final Known known;
    private final Map<ClawbackId, Map<FundSourceCode, Money>> outstanding = new HashMap<>();

    OffsetsMade(Known known) {
        this.known = known;
    }

    /** Why the payment cannot be set off as approved: an appeal stays it, or has left too little; {@code null} when it can. */
    RefusalCode obstacle(Payment payment) {
        for (SetOff one : payment.setOffs()) {
            if (clawback(one.clawback()).stay()) {
                return RefusalCode.STAY_ACTIVE;
            }
            if (!Money.sum(outstanding(one.clawback()).values()).covers(one.amount())) {
                return RefusalCode.OUTSTANDING_EXCEEDED;
            }
        }
        return null;
    }

    /** What the payment is set off against, source by source; it is no longer outstanding for the payments after it. */
    List<Offset> of(Payment payment) {
        return payment.setOffs().stream().map(this::made).toList();
    }

    private Offset made(SetOff asked) {
        Map<FundSourceCode, Money> left = outstanding(asked.clawback());
        List<SourceAmount> bySource = new ArrayList<>();
        Clawbacks.shares(asked.amount(), left).forEach((source, share) -> {
            bySource.add(new SourceAmount(source, share));
            left.put(source, left.get(source).minus(share));
        });
        return new Offset(asked.clawback(), asked.amount(), bySource);
    }

    List<Line> lines(List<Offset> offsets, BankAccountId bankAccount) {
        return offsets.stream().flatMap(offset -> offset.bySource().stream().flatMap(one -> ClawbackPostings.recovered(
                clawback(offset.clawback()).purse(one.fundSource()), bankAccount, one.amount()).stream())).toList();
    }

    private Map<FundSourceCode, Money> outstanding(ClawbackId id) {
        return outstanding.computeIfAbsent(id, one -> known.recoveries().clawbacks().outstanding(clawback(one)));
    }

    private Clawback clawback(ClawbackId id) {
        return known.recoveries().clawbacks().of(id);
    }
}
