package fundtrail.command.known;

import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.HashSet;
import java.util.List;
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

    /** What would be missing, and of which programme. */
    public record Broken(Money amount, ProgrammeCode programme) {}

    /**
     * What would be missing of what is promised if an amount left an authority; {@code null} where nothing would.
     *
     * @param from of an allotment, or of a source where it is not allotted
     * @param to   where it would go; {@code null} where it is withdrawn
     */
    public static Broken broken(Purse from, Purse to, Money amount, Known known) {
        if (from.equals(to) || from.institution() != null && from.programme() == null) {
            return null;
        }
        Promises before = new Promises(Map.of(), known);
        Promises after = new Promises(to == null ? Map.of(from, amount.negated()) : Map.of(from, amount.negated(), to, amount), known);
        Broken broken = new Broken(Money.ZERO, null);
        for (Purse promised : before.concerned(from)) {
            Money own = promised.institution() == null ? Money.ZERO : after.missing(promised).minus(before.missing(promised));
            Money all = after.missingInAll(promised).minus(before.missingInAll(promised));
            Money more = own.compareTo(all) > 0 ? own : all;
            broken = more.compareTo(broken.amount()) > 0 ? new Broken(more, promised.programme()) : broken;
        }
        return broken.amount().isPositive() ? broken : null;
    }

    /** The authorities whose promises the move may touch: of an allotment's year and those before; of all plans of a source. */
    private List<Purse> concerned(Purse from) {
        return from.institution() != null
                ? known.balances().years(from.division()).stream().filter(year -> year <= from.budgetYear()).map(from::ofYear).toList()
                : known.purchases().entitlements().plansOf(from.division()).stream()
                        .filter(plan -> plan.budgetYear() == from.budgetYear())
                        .map(plan -> from.of(null, plan.programme()))
                        .toList();
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

    /**
     * What of the promises of a plan all its institutions together do not keep; what was given back by one and is not yet
     * allotted to another keeps them too. A plan binds whom it names.
     */
    private Money missingInAll(Purse authority) {
        Money due = Money.ZERO;
        Money kept = kept(Purse.of(authority.division(), authority.budgetYear(), authority.fundSource()));
        Set<InstitutionId> together = together(authority);
        if (authority.institution() == null || together.contains(authority.institution())) {
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

    /** What is available of an authority, and of what was carried on from it; of a source, what is not allotted. */
    private Money kept(Purse authority) {
        Account account = authority.institution() == null ? Account.UNALLOTTED : Account.ALLOTTED;
        Money available = known.balances().fund(account, authority).negated().plus(moved.getOrDefault(authority, Money.ZERO));
        Money carried = known.years().carriedFrom(authority);
        if (carried.isZero()) {
            return available;
        }
        Money later = kept(authority.ofYear(authority.budgetYear() + 1));
        return available.plus(later.compareTo(carried) < 0 ? later : carried);
    }
}
