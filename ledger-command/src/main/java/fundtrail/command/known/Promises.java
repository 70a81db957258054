package fundtrail.command.known;

import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What authority is promised to: until a year is settled, what the funding plan in force lets a source bear and no advance
 * has met; afterwards, what the settlement found payable. Rows approved for it hold their authority themselves. What was
 * carried into a later year keeps its promise there; what a closed year owes falls on every later year's authority of the
 * same institution, programme and source. A plan may take from one institution what another needs, so that it promises
 * the authority of all of them together as well.
 */
public final class Promises {
    /** What each authority would have more, or less. */
    private final Map<Purse, Money> moved;
    private final Known known;

    private Promises(Map<Purse, Money> moved, Known known) {
        this.moved = moved;
        this.known = known;
    }

    /**
     * What would be missing of what is promised if the amount left an allotment: 0.00 where nothing is promised from it.
     *
     * @param to the allotment it would go to; {@code null} where it goes to none
     */
    public static Money broken(Allotment from, Allotment to, Money amount, Known known) {
        Money broken = Money.ZERO;
        Purse authority = from.owed(null);
        if (from.programme() == null || to != null && to.owed(null).equals(authority)) {
            return broken;
        }
        Map<Purse, Money> moves = to == null ? Map.of(authority, amount.negated()) : Map.of(authority, amount.negated(), to.owed(null), amount);
        Promises before = new Promises(Map.of(), known);
        Promises after = new Promises(moves, known);
        for (int year : known.balances().years(from.division())) {
            if (year <= from.budgetYear()) {
                Purse promised = authority.ofYear(year);
                Money own = after.missing(promised).minus(before.missing(promised));
                Money all = after.missingInAll(promised).minus(before.missingInAll(promised));
                broken = own.compareTo(broken) > 0 ? own : broken;
                broken = all.compareTo(broken) > 0 ? all : broken;
            }
        }
        return broken;
    }

    /** What of an institution's promise its own authority does not keep; what closed years owe it falls on those that are open. */
    private Money missing(Purse authority) {
        if (known.years().isClosed(authority.division(), authority.budgetYear())) {
            return Money.ZERO;
        }
        Money due = due(authority);
        for (int year : known.balances().years(authority.division())) {
            if (year < authority.budgetYear() && known.years().isClosed(authority.division(), year)) {
                due = due.plus(due(authority.ofYear(year)));
            }
        }
        return beyond(due, kept(authority));
    }

    /** What of the promises of the plan that the institution has its part in all its institutions together do not keep. */
    private Money missingInAll(Purse authority) {
        Money due = Money.ZERO;
        Money kept = Money.ZERO;
        Set<InstitutionId> together = together(authority);
        if (together.contains(authority.institution())) {
            for (InstitutionId institution : together) {
                Purse one = authority.of(institution, authority.programme());
                due = due.plus(due(one));
                kept = kept.plus(kept(one));
            }
        }
        return beyond(due, kept);
    }

    private static Money beyond(Money due, Money kept) {
        return !due.isPositive() || kept.covers(due) ? Money.ZERO : due.minus(kept);
    }

    private Set<InstitutionId> together(Purse authority) {
        Set<InstitutionId> together = new HashSet<>();
        FundingPlanApproved plan = plan(authority);
        if (plan != null) {
            plan.planLines().forEach(line -> together.add(line.institution()));
            plan.reallocations().forEach(move -> together.addAll(Set.of(move.from(), move.to())));
        }
        return together;
    }

    private FundingPlanApproved plan(Purse authority) {
        return known.purchases().entitlements().plan(
                new ProgrammeYear(authority.division(), authority.programme(), authority.budgetYear()));
    }

    /** What the authority's source is still to pay of the year: what it is to bear and has not met, and what is payable. */
    private Money due(Purse authority) {
        Settlements.Settlement settlement = known.purchases().settlements()
                .of(new InstitutionYear(authority.institution(), authority.programme(), authority.budgetYear()));
        Money met = settlement != null ? settlement.entitlement(authority.fundSource())
                : known.balances().fund(Account.ADVANCES, authority).plus(known.ceilings().awaited(Account.ADVANCES, authority));
        Money payable = known.balances().fund(Account.SETTLEMENT_PAYABLE, authority).negated();
        return beyond(planned(authority), met).plus(beyond(payable, known.ceilings().awaited(Account.SETTLEMENT_PAYABLE, authority)));
    }

    private Money planned(Purse authority) {
        FundingPlanApproved plan = plan(authority);
        FundSourceCode source = authority.fundSource();
        return plan == null ? Money.ZERO : Money.sum(plan.planLines().stream()
                .filter(line -> line.institution().equals(authority.institution()) && line.fundSource().equals(source))
                .map(PlanLine::amount)
                .toList());
    }

    /** What is available of an authority, and of what was carried on from it. */
    private Money kept(Purse authority) {
        Money available = known.balances().fund(Account.ALLOTTED, authority).negated().plus(moved.getOrDefault(authority, Money.ZERO));
        Money carried = known.years().carriedFrom(authority);
        if (carried.isZero()) {
            return available;
        }
        Money later = kept(authority.ofYear(authority.budgetYear() + 1));
        return available.plus(later.compareTo(carried) < 0 ? later : carried);
    }
}
