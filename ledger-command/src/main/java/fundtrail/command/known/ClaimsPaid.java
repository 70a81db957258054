package fundtrail.command.known;

import fundtrail.command.known.Cases.Flag;
import fundtrail.command.known.Clawbacks.Term;
import fundtrail.command.known.Settlements.Settlement;
import fundtrail.command.known.Volumes.Report;
import fundtrail.contract.Account;
import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.ClawbackDetermined.DeterminedOfSource;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.EntitlementComputed.ByEquivalents;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.formula.ClaimPay.PaidHeads;
import fundtrail.contract.formula.ClaimPay;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.ItemCode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the claims of an institution's year were paid, and by which sources. Of a settled year: its entitlement, shared out
 * over the claims by exact weight, in the composition it was settled in; and what was clawed back of them before, which
 * that entitlement no longer holds. Before that: each claim's work at the unit
 * standard, or its heads at their rate, as far as the advances reach, in the advances' composition.
 */
public final class ClaimsPaid {
    private final InstitutionYear year;
    private final DivisionCode division;
    private final Known known;
    private final Settlement settlement;
    private final EntitlementComputed entitlement;
    private final Map<FundSourceCode, Money> composition = new TreeMap<>(Comparator.comparing(FundSourceCode::value));
    private Map<ClaimId, Money> settledClaims;

    public ClaimsPaid(InstitutionYear year, DivisionCode division, Known known) {
        this.year = year;
        this.division = division;
        this.known = known;
        settlement = known.purchases().settlements().of(year);
        entitlement = known.purchases().entitlements().entitlement(year);
        if (settlement != null) {
            for (SettlementOfSource one : settlement.bySource()) {
                composition.put(one.fundSource(), one.entitlement());
            }
        } else {
            known.fundSources().values().forEach(source -> composition.put(source.fundSource(), advanced(source.fundSource())));
        }
        composition.values().removeIf(amount -> !amount.isPositive());
    }

    /** What was paid ahead of the source: what is still advanced, and what claw-backs took out of it. */
    private Money advanced(FundSourceCode source) {
        Clawbacks clawbacks = known.recoveries().clawbacks();
        Money sum = advances(source);
        for (Clawback clawback : clawbacks.of(year)) {
            for (DeterminedOfSource one : clawback.bySource()) {
                if (one.counter() == Account.ADVANCES && one.fundSource().equals(source)) {
                    sum = sum.plus(one.amount()).minus(clawbacks.amount(clawback, source, Term.REDUCED));
                }
            }
        }
        return sum;
    }

    /** What is still advanced of the source. */
    public Money advances(FundSourceCode source) {
        return known.balances().fund(Account.ADVANCES,
                Purse.of(division, year.budgetYear(), source).of(year.institution(), year.programme()));
    }

    /** The account a claw-back of these claims is determined against. */
    public Account counter() {
        if (settlement == null) {
            return Account.ADVANCES;
        }
        return known.years().isClosed(division, year.budgetYear()) ? Account.PRIOR_YEAR_ADJUSTMENT : Account.RECOVERY_OF_EXPENSE;
    }

    /** By which sources they were paid; nothing when nothing was paid. */
    public Map<FundSourceCode, Money> composition() {
        return composition;
    }

    /** What the claim was paid. */
    public Money paid(Flag claim) {
        Money all = Money.sumOrMost(composition.values());
        Money paid = ClaimPay.atMost(all, settlement == null ? advancedFor(claim, Fraction.yuan(all)) : settledFor(claim, all));
        return settlement == null ? paid : paid.plus(known.purchases().takenOut().amount(year, claim.claim()));
    }

    /** What all claims of invented heads of the year were paid together: no head was paid for twice. */
    public Money paidForInvented() {
        List<Flag> invented = known.recoveries().cases().invented(year);
        Money all = Money.sumOrMost(composition.values());
        if (settlement != null) {
            return all.plus(Money.sum(invented.stream().map(one -> known.purchases().takenOut().amount(year, one.claim())).toList()));
        }
        long heads = invented.stream().mapToLong(Flag::inventedHeads).sum();
        return ClaimPay.atMost(all, advancedHeads((int) Math.min(heads, Integer.MAX_VALUE)));
    }

    /** What of that is clawed back, appeals aside. */
    public Money clawedBackOfInvented() {
        Set<ClaimId> invented = known.recoveries().cases().invented(year).stream().map(Flag::claim).collect(Collectors.toSet());
        Clawbacks clawbacks = known.recoveries().clawbacks();
        return Money.sum(clawbacks.of(year).stream().flatMap(clawback -> clawback.claims().stream()
                .filter(one -> invented.contains(one.claim()))
                .map(one -> clawbacks.standing(clawback, one))).toList());
    }

    private Fraction advancedHeads(int invented) {
        return ClaimPay.ofAdvancedHeads(invented, known.recoveries().prepaid(year).stream()
                .map(one -> new PaidHeads(one.heads().headcount(), one.heads().rate(), one.heads().months()))
                .toList());
    }

    /** What the claim comes to when all of it is paid: of a settled year, what it was paid. */
    public Money worth(Flag claim) {
        if (settlement != null || claim.inventedHeads() != null) {
            return paid(claim);
        }
        UnitStandardFixed standard = known.purchases().standards().unitStandard(year.in(division));
        Report report = known.purchases().volumes().reportOf(claim.claim());
        return standard == null || !report.stands()
                ? Money.ZERO
                : equivalents(report).get(claim.claim()).times(standard.published()).toMoney();
    }

    private Fraction settledFor(Flag claim, Money all) {
        if (claim.inventedHeads() == null) {
            return Fraction.yuan(settledClaims(all).getOrDefault(claim.claim(), Money.ZERO));
        }
        boolean byHeads = entitlement != null && entitlement.capitation() != null;
        return !byHeads ? Fraction.ZERO : ClaimPay
                .ofSettledHeads(Fraction.yuan(all), claim.inventedHeads(), entitlement.capitation().headcount())
                .times(Fraction.ONE.minus(known.purchases().takenOut().part(year, claim.claim())));
    }

    private Map<ClaimId, Money> settledClaims(Money all) {
        if (settledClaims == null) {
            boolean byWork = entitlement != null && entitlement.equivalents() != null;
            settledClaims = byWork ? ofWork(all, entitlement.equivalents()) : Map.of();
        }
        return settledClaims;
    }

    /** What each claim of reported work is paid where the year has earned this, by that work. */
    public Map<ClaimId, Money> ofWork(Money earned, ByEquivalents work) {
        Map<ClaimId, Fraction> weights = new HashMap<>();
        work.reports().forEach(report -> weights.putAll(equivalents(known.purchases().volumes().report(report))));
        weights.replaceAll((claim, weight) -> weight.times(Fraction.ONE.minus(known.purchases().takenOut().part(year, claim))));
        return ClaimPay.ofSettledWork(earned, weights);
    }

    private Fraction advancedFor(Flag claim, Fraction advanced) {
        if (claim.inventedHeads() != null) {
            return advancedHeads(claim.inventedHeads());
        }
        UnitStandardFixed standard = known.purchases().standards().unitStandard(year.in(division));
        Report report = known.purchases().volumes().reportOf(claim.claim());
        if (standard == null || report == null || !report.stands()) {
            return Fraction.ZERO;
        }
        Fraction work = known.purchases().volumes().standing(year).stream().map(Report::total).reduce(Fraction.ZERO, Fraction::plus);
        return ClaimPay.ofAdvancedWork(equivalents(report).get(claim.claim()), work, advanced, standard.published());
    }

    private Map<ClaimId, Fraction> equivalents(Report report) {
        Map<ItemCode, Fraction> weights = Standards.weights(known.purchases().standards().schedule(report.schedule()));
        Map<ClaimId, Fraction> equivalents = new HashMap<>();
        known.purchases().volumes().rows(report).forEach(row ->
                equivalents.put(row.claim(), weights.get(row.item()).times(row.quantity())));
        return equivalents;
    }
}
