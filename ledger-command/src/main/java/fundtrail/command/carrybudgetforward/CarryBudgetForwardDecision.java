package fundtrail.command.carrybudgetforward;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALLOTMENT_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.ALLOTMENT_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.ALLOTMENT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.ALREADY_EXISTS;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.BALANCE_OUT_OF_RANGE;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_ALLOTMENT;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.UNALLOTTED_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.posting.YearPostings;
import fundtrail.contract.Lines;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetCarriedForward;
import java.util.stream.IntStream;

/** Carried is what is available; cash does not follow by itself, it is moved with {@code MoveYearCash}. */
public final class CarryBudgetForwardDecision {
    private CarryBudgetForwardDecision() {}

    public static Decision decide(CarryBudgetForward wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.fundSource()).with("amount", wish.amount());
        }
        if (wish.to() != null && known.allotments().has(wish.to())) {
            return refused(ALREADY_EXISTS, wish.to());
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        if (!known.fundSources().has(wish.fundSource())) {
            return refused(FUND_SOURCE_UNKNOWN, wish.fundSource());
        }
        Allotment allotment = wish.from() == null ? null : known.allotments().get(wish.from());
        if (wish.from() != null && allotment == null) {
            return refused(ALLOTMENT_UNKNOWN, wish.from());
        }
        if (allotment != null && !allotment.isOf(wish.division(), wish.fromYear(), wish.fundSource())) {
            return refused(ALLOTMENT_ELSEWHERE, wish.from())
                    .with("division", allotment.division())
                    .with("year", allotment.budgetYear())
                    .with("fundSource", allotment.fundSource());
        }
        int closed = IntStream.of(wish.fromYear(), wish.fromYear() + 1)
                .filter(year -> known.years().isClosed(wish.division(), year))
                .findFirst().orElse(0);
        if (closed != 0) {
            return refused(YEAR_CLOSED, closed).with("division", wish.division());
        }
        if (allotment != null && moment.effectiveDate().isBefore(allotment.effectiveDate())) {
            return refused(DATE_BEFORE_ALLOTMENT, wish.from())
                    .with("date", moment.effectiveDate())
                    .with("allotted", allotment.effectiveDate());
        }
        return carried(wish, allotment, known);
    }

    private static Decision carried(CarryBudgetForward wish, Allotment allotment, Known known) {
        Money unallotted = known.balances().unallotted(wish.division(), wish.fromYear(), wish.fundSource());
        if (allotment == null && !unallotted.covers(wish.amount())) {
            return refused(UNALLOTTED_EXCEEDED, wish.fundSource())
                    .with("unallotted", unallotted)
                    .with("amount", wish.amount())
                    .with("missing", wish.amount().minus(unallotted));
        }
        Money available = allotment == null ? null : known.balances().available(wish.from());
        if (allotment != null && !available.covers(wish.amount())) {
            return refused(ALLOTMENT_EXCEEDED, wish.from())
                    .with("available", available)
                    .with("asked", wish.amount())
                    .with("missing", wish.amount().minus(available));
        }
        Purse purse = allotment == null ? Purse.of(wish.division(), wish.fromYear(), wish.fundSource()) : allotment.purse();
        Lines lines = YearPostings.carriedForward(purse, wish.to(), wish.amount());
        if (!known.balances().canTake(lines)) {
            return refused(BALANCE_OUT_OF_RANGE, wish.fundSource());
        }
        return accepted(new BudgetCarriedForward(
                wish.division(), wish.fundSource(), wish.fromYear(), wish.from(), wish.to(), wish.amount(), lines));
    }
}
