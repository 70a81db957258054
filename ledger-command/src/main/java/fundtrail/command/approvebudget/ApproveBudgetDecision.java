package fundtrail.command.approvebudget;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.NUMBER_USED;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SOURCE_NOT_OWN_LEVEL;
import static fundtrail.command.decide.RefusalCode.SOURCE_TWICE;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Levels;
import fundtrail.command.posting.PostingRules;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.id.FundSourceCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

public final class ApproveBudgetDecision {
    private ApproveBudgetDecision() {}

    /** All its sources together. */
    public static Money amount(ApproveBudget wish, Known known) {
        return Money.sumOrMost(wish.sources().stream().map(SourceAmount::amount).toList());
    }

    public static Decision decide(ApproveBudget wish, Moment moment, Known known) {
        for (SourceAmount source : wish.sources()) {
            if (!source.amount().isPositive()) {
                return refused(AMOUNT_NOT_POSITIVE, source.fundSource()).with("amount", source.amount());
            }
        }
        List<FundSourceCode> sources = wish.sources().stream().map(SourceAmount::fundSource).toList();
        Set<FundSourceCode> seen = new HashSet<>();
        for (FundSourceCode source : sources) {
            if (!seen.add(source)) {
                return refused(SOURCE_TWICE, source);
            }
        }
        for (FundSourceCode source : sources) {
            Long used = known.budgetLines().usedAt(wish.document(), wish.division(), wish.programme(), source);
            if (used != null) {
                return refused(NUMBER_USED, wish.document().number()).with("by", "#" + used);
            }
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        for (FundSourceCode source : sources) {
            if (!known.fundSources().has(source)) {
                return refused(FUND_SOURCE_UNKNOWN, source);
            }
        }
        if (!known.rules().hasProgramme(wish.programme(), moment.effectiveDate())) {
            return refused(PROGRAMME_UNKNOWN, wish.programme()).with("date", moment.effectiveDate());
        }
        for (FundSourceCode source : sources) {
            Level level = known.fundSources().get(source).level();
            if (!Levels.isOwn(level, wish.division())) {
                return refused(SOURCE_NOT_OWN_LEVEL, source).with("level", level).with("division", wish.division());
            }
        }
        if (known.years().isClosed(wish.division(), wish.budgetYear())) {
            return refused(YEAR_CLOSED, wish.budgetYear()).with("division", wish.division());
        }
        Lines lines = PostingRules.budgetApproved(wish.division(), wish.budgetYear(), wish.sources());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.programme());
        }
        return accepted(new BudgetApproved(
                wish.division(), wish.budgetYear(), wish.programme(), wish.channel(), wish.sources(), lines));
    }
}
