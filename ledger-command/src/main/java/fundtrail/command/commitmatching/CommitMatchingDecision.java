package fundtrail.command.commitmatching;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SOURCE_NOT_OWN_LEVEL;
import static fundtrail.command.decide.RefusalCode.TRANCHE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Levels;
import fundtrail.command.known.Transfers.Tranche;
import fundtrail.contract.Money;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.MatchingFundsCommitted;

public final class CommitMatchingDecision {
    private static final Money MOST = Money.yuan("9999999999999.99");

    private CommitMatchingDecision() {}

    public static Decision decide(CommitMatching wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.tranche()).with("amount", wish.amount());
        }
        if (!known.fundSources().has(wish.fundSource())) {
            return refused(FUND_SOURCE_UNKNOWN, wish.fundSource());
        }
        Tranche tranche = known.transfers().tranche(wish.division(), wish.tranche());
        if (tranche == null) {
            return refused(TRANCHE_UNKNOWN, wish.tranche()).with("division", wish.division());
        }
        Level level = known.fundSources().get(wish.fundSource()).level();
        if (!Levels.isOwn(level, wish.division())) {
            return refused(SOURCE_NOT_OWN_LEVEL, wish.fundSource()).with("level", level).with("division", wish.division());
        }
        if (known.years().isClosed(wish.division(), tranche.budgetYear())) {
            return refused(YEAR_CLOSED, tranche.budgetYear()).with("division", wish.division());
        }
        Money before = known.transfers().unpaidMatching(wish.division(), wish.tranche(), wish.fundSource());
        if (!MOST.minus(before).covers(wish.amount())) {
            return refused(BALANCE_OUT_OF_RANGE, wish.fundSource());
        }
        return accepted(new MatchingFundsCommitted(wish.tranche(), wish.division(), wish.fundSource(), wish.amount()));
    }
}
