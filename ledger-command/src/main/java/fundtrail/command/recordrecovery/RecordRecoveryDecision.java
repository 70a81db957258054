package fundtrail.command.recordrecovery;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.CLAWBACK_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_DETERMINATION;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.OUTSTANDING_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.OUTSTANDING_PROMISED;
import static fundtrail.command.decide.RefusalCode.RECOVERY_ACCOUNT_NEEDED;
import static fundtrail.command.decide.RefusalCode.TREASURY_ACCOUNT_UNKNOWN;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Clawback;
import fundtrail.command.known.Clawbacks;
import fundtrail.command.known.Known;
import fundtrail.command.posting.ClawbackPostings;
import fundtrail.contract.Line;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.ClawbackRecovered;
import fundtrail.contract.fact.TreasuryAccountRegistered;
import fundtrail.contract.fact.TreasuryAccountRegistered.Use;
import fundtrail.contract.id.FundSourceCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class RecordRecoveryDecision {
    private RecordRecoveryDecision() {}

    public static Decision decide(RecordRecovery wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.clawback()).with("amount", wish.amount());
        }
        Long used = known.usedBankRef(wish.bankRef());
        if (used != null) {
            return refused(NUMBER_USED, wish.bankRef()).with("by", "#" + used);
        }
        TreasuryAccountRegistered account = known.treasuryAccounts().get(wish.bankAccount());
        if (account == null) {
            return refused(TREASURY_ACCOUNT_UNKNOWN, wish.bankAccount());
        }
        Clawback clawback = known.recoveries().clawbacks().of(wish.clawback());
        if (clawback == null) {
            return refused(CLAWBACK_UNKNOWN, wish.clawback());
        }
        if (!account.division().equals(clawback.division()) || account.use() != Use.RECOVERY) {
            return refused(RECOVERY_ACCOUNT_NEEDED, wish.bankAccount()).with("division", account.division()).with("use", account.use());
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
            lines.addAll(ClawbackPostings.recovered(clawback.purse(source), wish.bankAccount(), amount));
        });
        Lines posted = new Lines(lines);
        if (!known.balances().canTake(posted)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.bankAccount());
        }
        return accepted(new ClawbackRecovered(wish.clawback(), clawback.division(), clawback.institution(), wish.bankAccount(),
                wish.bankRef(), wish.amount(), bySource, known.recoveries().plans().paidBy(clawback, wish.amount()), posted));
    }
}
