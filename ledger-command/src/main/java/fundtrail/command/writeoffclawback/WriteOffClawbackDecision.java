package fundtrail.command.writeoffclawback;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.CASE_REFERRED;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.OUTSTANDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.OUTSTANDING_PROMISED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Cases.Case;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.Known;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.ClawbackWrittenOff;
import fundtrail.contract.id.FundSourceCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class WriteOffClawbackDecision {
    private WriteOffClawbackDecision() {}

    public static Decision decide(WriteOffClawback wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.clawback()).with("amount", wish.amount());
        }
        Clawback clawback = known.recoveries().clawbacks().of(wish.clawback());
        if (clawback == null) {
            return refused(CLAWBACK_UNKNOWN, wish.clawback());
        }
        Case inquiry = known.recoveries().referred(clawback);
        if (inquiry != null) {
            return refused(CASE_REFERRED, inquiry.id()).with("to", inquiry.referredTo()).with("since", inquiry.referredOn());
        }
        if (moment.effectiveDate().isBefore(clawback.determinedOn())) {
            return refused(DATE_BEFORE_DETERMINATION, wish.clawback())
                    .with("date", moment.effectiveDate())
                    .with("determined", clawback.determinedOn());
        }
        Map<FundSourceCode, Money> outstanding = known.recoveries().clawbacks().outstanding(clawback);
        Money all = Money.sum(outstanding.values());
        if (!all.covers(wish.amount())) {
            return refused(OUTSTANDING_EXCEEDED, wish.clawback()).with("outstanding", all).with("amount", wish.amount());
        }
        Money promised = known.recoveries().promised(clawback);
        if (!all.minus(promised).covers(wish.amount())) {
            return refused(OUTSTANDING_PROMISED, wish.clawback())
                    .with("outstanding", all)
                    .with("promised", promised)
                    .with("amount", wish.amount());
        }
        List<SourceAmount> bySource = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Clawbacks.shares(wish.amount(), outstanding).forEach((source, amount) -> {
            bySource.add(new SourceAmount(source, amount));
            lines.addAll(ClawbackPostings.writtenOff(clawback.purse(source), amount));
        });
        return accepted(new ClawbackWrittenOff(wish.clawback(), clawback.division(), clawback.institution(), wish.amount(), wish.reason(),
                bySource, new Lines(lines)));
    }
}
