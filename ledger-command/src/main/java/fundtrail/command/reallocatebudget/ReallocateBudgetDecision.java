package fundtrail.command.reallocatebudget;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALLOTMENT_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.ALLOTMENT_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.ALLOTMENT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.AUTHORITY_PROMISED;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_ALLOTMENT;
import static fundtrail.command.decide.RefusalCode.EARMARKED_STAYS;
import static fundtrail.command.decide.RefusalCode.RESERVE_NOT_REALLOCATED;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Promises.Broken;
import fundtrail.command.known.Promises;
import fundtrail.command.posting.AuthorityPostings;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetReallocated;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.id.DivisionCode;
import java.util.Objects;

public final class ReallocateBudgetDecision {
    private ReallocateBudgetDecision() {}

    /** The division whose authority moves; {@code null} when there is no such allotment. */
    public static DivisionCode division(ReallocateBudget wish, Known known) {
        Allotment from = known.allotments().get(wish.from());
        return from == null ? null : from.division();
    }

    public static Decision decide(ReallocateBudget wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.from()).with("amount", wish.amount());
        }
        Allotment from = known.allotments().get(wish.from());
        if (from == null) {
            return refused(ALLOTMENT_UNKNOWN, wish.from());
        }
        Allotment to = wish.to() == null ? null : known.allotments().get(wish.to());
        if (wish.to() != null && to == null) {
            return refused(ALLOTMENT_UNKNOWN, wish.to());
        }
        if (to != null && !to.isOf(from.division(), from.budgetYear(), from.fundSource())) {
            return refused(ALLOTMENT_ELSEWHERE, wish.to())
                    .with("division", to.division())
                    .with("year", to.budgetYear())
                    .with("fundSource", to.fundSource());
        }
        if (known.years().isClosed(from.division(), from.budgetYear())) {
            return refused(YEAR_CLOSED, from.budgetYear()).with("division", from.division());
        }
        if (known.fundSources().get(from.fundSource()).level() == Level.RISK_RESERVE) {
            return refused(RESERVE_NOT_REALLOCATED, wish.from()).with("institution", from.institution());
        }
        if (to != null && !Objects.equals(from.programme(), to.programme())) {
            Allotment earmarked = known.rules().isEarmarked(from.programme(), moment.effectiveDate()) ? from : to;
            if (known.rules().isEarmarked(earmarked.programme(), moment.effectiveDate())) {
                return refused(EARMARKED_STAYS, earmarked.id()).with("from", from.programme()).with("to", to.programme());
            }
        }
        Allotment later = to != null && to.effectiveDate().isAfter(from.effectiveDate()) ? to : from;
        if (moment.effectiveDate().isBefore(later.effectiveDate())) {
            return refused(DATE_BEFORE_ALLOTMENT, later.id())
                    .with("date", moment.effectiveDate())
                    .with("allotted", later.effectiveDate());
        }
        Money available = known.balances().available(wish.from());
        if (!available.covers(wish.amount())) {
            return refused(ALLOTMENT_EXCEEDED, wish.from())
                    .with("available", available)
                    .with("asked", wish.amount())
                    .with("missing", wish.amount().minus(available));
        }
        Purse unallotted = Purse.of(from.division(), from.budgetYear(), from.fundSource());
        Broken broken = Promises.broken(from.authority(), to == null ? unallotted : to.authority(), wish.amount(), known);
        if (broken != null) {
            return refused(AUTHORITY_PROMISED, wish.from())
                    .with("asked", wish.amount())
                    .with("broken", broken.amount())
                    .with("programme", broken.programme());
        }
        return accepted(new BudgetReallocated(wish.from(), wish.to(), wish.amount(),
                AuthorityPostings.budgetReallocated(from.purse(), to == null ? null : to.purse(), wish.amount())));
    }
}
