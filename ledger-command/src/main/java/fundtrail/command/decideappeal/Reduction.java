package fundtrail.command.decideappeal;

import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.Known;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.contract.Account;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AppealDecided.ReducedOfSource;
import fundtrail.contract.id.FundSourceCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an appeal takes away, source by source in the composition of what was determined. */
final class Reduction {
    private final List<ReducedOfSource> bySource = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** What was determined against an expense of a year that is closed by now, is an adjustment of a prior year. */
    Reduction(Clawback clawback, Money reduction, Known known) {
        Clawbacks clawbacks = known.recoveries().clawbacks();
        boolean closed = known.years().isClosed(clawback.division(), clawback.year().budgetYear());
        Map<FundSourceCode, Money> determined = new HashMap<>();
        clawback.bySource().forEach(one -> determined.put(one.fundSource(), one.amount()));
        Map<FundSourceCode, Money> outstanding = clawbacks.outstanding(clawback);
        Clawbacks.shares(reduction, determined).forEach((source, share) -> {
            Money owed = outstanding.get(source);
            Money lessOwed = owed.covers(share) ? share : owed;
            Money refundDue = share.minus(lessOwed);
            Account counter = clawback.counter(source);
            Account now = closed && counter == Account.RECOVERY_OF_EXPENSE ? Account.PRIOR_YEAR_ADJUSTMENT : counter;
            bySource.add(new ReducedOfSource(source, lessOwed, refundDue, now));
            lines.addAll(ClawbackPostings.reduced(clawback.purse(source), now, lessOwed, refundDue));
        });
    }

    List<ReducedOfSource> bySource() {
        return bySource;
    }

    Lines lines() {
        return new Lines(lines);
    }
}
