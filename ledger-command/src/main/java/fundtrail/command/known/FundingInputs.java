package fundtrail.command.known;

import fundtrail.contract.Account;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.formula.FundingPlanner.Inputs;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
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
        FundingPlanApproved before = entitlements.plan(year);
        return new Inputs(earned, allotted(year, known), known.riskReserve().source(), known.balances().riskReserve(year.division()),
                before == null ? List.of() : before.planLines());
    }

    /**
     * The net authority of each institution of the programme, by source, that can bear what the year has earned: what was
     * carried into the next year among it; without what went to other uses, and what is still owed for earlier years.
     */
    public static Map<InstitutionId, Map<FundSourceCode, Money>> allotted(ProgrammeYear year, Known known) {
        Map<InstitutionId, Map<FundSourceCode, Money>> allotted = new HashMap<>();
        for (Account account : NET_ALLOTTED) {
            known.balances().fund(account).forEach((purse, debit) -> {
                if (purse.institution() != null && purse.division().equals(year.division())
                        && purse.budgetYear() == year.budgetYear() && year.programme().equals(purse.programme())) {
                    allotted.computeIfAbsent(purse.institution(), first -> new HashMap<>())
                            .merge(purse.fundSource(), debit.negated(), Money::plus);
                }
            });
        }
        known.allotments().values().stream()
                .filter(one -> one.division().equals(year.division()) && one.budgetYear() == year.budgetYear()
                        && one.institution() != null && year.programme().equals(one.programme()))
                .filter(one -> known.years().carriedFrom(one.id()).isPositive())
                .forEach(one -> allotted.computeIfAbsent(one.institution(), first -> new HashMap<>())
                        .merge(one.fundSource(), known.years().carriedFrom(one.id()), Money::plus));
        Map<Purse, Money> owed = owedForEarlier(year, known);
        allotted.forEach((institution, bySource) -> bySource.replaceAll((source, net) -> {
            Purse authority = Purse.of(year.division(), year.budgetYear(), source).of(institution, year.programme());
            Money gone = known.ceilings().usedOtherwise(authority).plus(owed.getOrDefault(authority, Money.ZERO));
            return net.covers(gone) ? net.minus(gone) : Money.ZERO;
        }));
        return allotted;
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
                Money met = known.ceilings().awaited(payable).plus(known.balances().fund(Account.ALLOTTED, payable).negated());
                if (due.compareTo(met) > 0) {
                    owed.merge(payable.ofYear(year.budgetYear()), due.minus(met), Money::plus);
                }
            }
        });
        return owed;
    }
}
