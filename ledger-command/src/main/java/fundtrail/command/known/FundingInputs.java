package fundtrail.command.known;

import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.formula.FundingPlan;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.FundingPlanner.Inputs;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a funding plan is made of, as far as it is known at the head. */
public final class FundingInputs {
    /** Authority that was given and neither lapsed nor was taken back. */
    private static final List<Account> NET_ALLOTTED = List.of(Account.ALLOTTED, Account.RESERVED, Account.EXPENDED);

    private FundingInputs() {}

    public static Inputs of(ProgrammeYear year, Known known) {
        Entitlements entitlements = known.purchases().entitlements();
        Map<InstitutionId, Money> earned = new TreeMap<>(Comparator.comparing(InstitutionId::value));
        for (InstitutionId institution : entitlements.entitled(year)) {
            earned.put(institution, entitlements.entitlement(
                    new InstitutionYear(institution, year.programme(), year.budgetYear())).entitlement());
        }
        Map<InstitutionId, Map<FundSourceCode, Money>> allotted = allotted(year, known);
        return new Inputs(earned, allotted, known.riskReserve().source(), reserve(year, known), before(year, allotted, known));
    }

    /**
     * What the reserve holds and no other plan is still to draw. A closed year draws nothing any more, be it this one, for
     * which there is then no reserve, or another plan's, which then waits for none.
     */
    private static Money reserve(ProgrammeYear year, Known known) {
        if (known.years().isClosed(year.division(), year.budgetYear())) {
            return Money.ZERO;
        }
        Money left = known.balances().riskReserve(year.division());
        for (FundingPlanApproved plan : known.purchases().entitlements().plansOf(year.division())) {
            boolean other = !year.equals(new ProgrammeYear(plan.division(), plan.programme(), plan.budgetYear()));
            if (other && !known.years().isClosed(plan.division(), plan.budgetYear())) {
                left = left.minus(undrawn(plan, known));
            }
        }
        return left.isPositive() ? left : Money.ZERO;
    }

    private static Money undrawn(FundingPlanApproved plan, Known known) {
        Money undrawn = Money.ZERO;
        for (FundingPlan.Draw draw : plan.draws()) {
            Money more = draw.amount().minus(known.riskReserve()
                    .drawn(plan.division(), plan.programme(), plan.budgetYear(), draw.institution()));
            undrawn = more.isPositive() ? undrawn.plus(more) : undrawn;
        }
        return undrawn;
    }

    /** The plan in force; of a closed year without draws that were never made, but for what is settled and stays as it is. */
    private static List<PlanLine> before(ProgrammeYear year, Map<InstitutionId, Map<FundSourceCode, Money>> allotted, Known known) {
        FundingPlanApproved plan = known.purchases().entitlements().plan(year);
        if (plan == null || !known.years().isClosed(year.division(), year.budgetYear())) {
            return plan == null ? List.of() : plan.planLines();
        }
        List<PlanLine> before = new ArrayList<>();
        for (PlanLine line : plan.planLines()) {
            boolean settled = known.purchases().settlements()
                    .isFinal(new InstitutionYear(line.institution(), year.programme(), year.budgetYear()));
            Money drawn = allotted.getOrDefault(line.institution(), Map.of()).getOrDefault(line.fundSource(), Money.ZERO);
            if (settled || !line.fundSource().equals(known.riskReserve().source()) || drawn.covers(line.amount())) {
                before.add(line);
            } else if (drawn.isPositive()) {
                before.add(new PlanLine(line.institution(), line.fundSource(), drawn));
            }
        }
        return before;
    }

    /**
     * The net authority of each institution of the programme, by source, that can bear what the year has earned: what was
     * carried into the next year among it, and what bore claims that were clawed back after their settlement and still are in
     * what was earned; without what went to other uses, and what is still owed for earlier years.
     */
    public static Map<InstitutionId, Map<FundSourceCode, Money>> allotted(ProgrammeYear year, Known known) {
        Map<InstitutionId, Map<FundSourceCode, Money>> allotted = new HashMap<>();
        for (Account account : NET_ALLOTTED) {
            known.balances().fund(account).forEach((purse, debit) -> {
                if (isOf(year, purse)) {
                    allotted.computeIfAbsent(purse.institution(), first -> new HashMap<>())
                            .merge(purse.fundSource(), debit.negated(), Money::plus);
                }
            });
        }
        known.years().carriedForward().forEach((purse, carried) -> {
            if (isOf(year, purse)) {
                allotted.computeIfAbsent(purse.institution(), first -> new HashMap<>()).merge(purse.fundSource(), carried, Money::plus);
            }
        });
        known.recoveries().restorations().ofEarnings((purse, gone) -> {
            if (isOf(year, purse)) {
                allotted.computeIfAbsent(purse.institution(), first -> new HashMap<>()).merge(purse.fundSource(), gone, Money::plus);
            }
        });
        Map<Purse, Money> owed = owedForEarlier(year, known);
        allotted.forEach((institution, bySource) -> bySource.replaceAll((source, net) -> {
            Purse authority = Purse.of(year.division(), year.budgetYear(), source).of(institution, year.programme());
            Money gone = known.ceilings().usedOtherwise(authority).plus(owed.getOrDefault(authority, Money.ZERO));
            return net.covers(gone) ? net.minus(gone) : Money.ZERO;
        }));
        return allotted;
    }

    private static boolean isOf(ProgrammeYear year, Purse purse) {
        return purse.institution() != null && purse.division().equals(year.division())
                && purse.budgetYear() == year.budgetYear() && year.programme().equals(purse.programme());
    }

    /**
     * What settlements of earlier years found payable and neither an approved row nor authority left in their own year will
     * pay: it falls on this year's authority, named here by the purse that will pay.
     */
    private static Map<Purse, Money> owedForEarlier(ProgrammeYear year, Known known) {
        Map<Purse, Money> owed = new HashMap<>();
        known.balances().fund(Account.SETTLEMENT_PAYABLE).forEach((payable, debit) -> {
            if (payable.division().equals(year.division()) && payable.budgetYear() < year.budgetYear()
                    && year.programme().equals(payable.programme())) {
                Money due = debit.negated();
                Money met = known.ceilings().awaited(Account.SETTLEMENT_PAYABLE, payable).plus(known.balances().fund(Account.ALLOTTED, payable).negated());
                if (due.compareTo(met) > 0) {
                    owed.merge(payable.ofYear(year.budgetYear()), due.minus(met), Money::plus);
                }
            }
        });
        return owed;
    }
}
