package fundtrail.command.lapsebudget;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.ALLOTMENT_ELSEWHERE;
import static fundtrail.command.decide.RefusalCode.ALLOTMENT_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.ALLOTMENT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.AMOUNT_NOT_POSITIVE;
import static fundtrail.command.decide.RefusalCode.AUTHORITY_PROMISED;
import static fundtrail.command.decide.RefusalCode.DATE_BEFORE_ALLOTMENT;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.RESERVE_NEVER_LAPSES;
import static fundtrail.command.decide.RefusalCode.UNALLOTTED_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.YEAR_CLOSED;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.Allotment;
import fundtrail.command.known.Known;
import fundtrail.command.known.Promises.Broken;
import fundtrail.command.known.Promises;
import fundtrail.command.posting.YearPostings;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.BudgetLapsed;
import fundtrail.contract.fact.FundSourceRegistered.Level;

/** What is reserved for approved rows does not lapse, nor does anything of the risk reserve. */
public final class LapseBudgetDecision {
    private LapseBudgetDecision() {}

    public static Decision decide(LapseBudget wish, Moment moment, Known known) {
        if (!wish.amount().isPositive()) {
            return refused(AMOUNT_NOT_POSITIVE, wish.fundSource()).with("amount", wish.amount());
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        if (!known.fundSources().has(wish.fundSource())) {
            return refused(FUND_SOURCE_UNKNOWN, wish.fundSource());
        }
        Allotment allotment = wish.allotment() == null ? null : known.allotments().get(wish.allotment());
        if (wish.allotment() != null && allotment == null) {
            return refused(ALLOTMENT_UNKNOWN, wish.allotment());
        }
        if (allotment != null && !allotment.isOf(wish.division(), wish.budgetYear(), wish.fundSource())) {
            return refused(ALLOTMENT_ELSEWHERE, wish.allotment())
                    .with("division", allotment.division())
                    .with("year", allotment.budgetYear())
                    .with("fundSource", allotment.fundSource());
        }
        if (known.years().isClosed(wish.division(), wish.budgetYear())) {
            return refused(YEAR_CLOSED, wish.budgetYear()).with("division", wish.division());
        }
        if (known.fundSources().get(wish.fundSource()).level() == Level.RISK_RESERVE) {
            return refused(RESERVE_NEVER_LAPSES, wish.fundSource());
        }
        if (allotment != null && moment.effectiveDate().isBefore(allotment.effectiveDate())) {
            return refused(DATE_BEFORE_ALLOTMENT, wish.allotment())
                    .with("date", moment.effectiveDate())
                    .with("allotted", allotment.effectiveDate());
        }
        Money unallotted = known.balances().unallotted(wish.division(), wish.budgetYear(), wish.fundSource());
        if (allotment == null && !unallotted.covers(wish.amount())) {
            return refused(UNALLOTTED_EXCEEDED, wish.fundSource())
                    .with("unallotted", unallotted)
                    .with("amount", wish.amount())
                    .with("missing", wish.amount().minus(unallotted));
        }
        Money available = allotment == null ? null : known.balances().available(wish.allotment());
        if (allotment != null && !available.covers(wish.amount())) {
            return refused(ALLOTMENT_EXCEEDED, wish.allotment())
                    .with("available", available)
                    .with("asked", wish.amount())
                    .with("missing", wish.amount().minus(available));
        }
        Broken broken = Promises.broken(allotment == null ? Purse.of(wish.division(), wish.budgetYear(), wish.fundSource()) : allotment.authority(), null, wish.amount(), known);
        if (broken != null) {
            return refused(AUTHORITY_PROMISED, allotment == null ? wish.fundSource() : allotment.id())
                    .with("asked", wish.amount())
                    .with("broken", broken.amount())
                    .with("programme", broken.programme());
        }
        Purse purse = allotment == null ? Purse.of(wish.division(), wish.budgetYear(), wish.fundSource()) : allotment.purse();
        return accepted(new BudgetLapsed(wish.division(), wish.budgetYear(), wish.fundSource(), wish.allotment(), wish.amount(),
                YearPostings.lapsed(purse, wish.amount())));
    }
}
