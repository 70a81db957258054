package fundtrail.query.read;

import fundtrail.contract.Account;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tags;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.formula.ClaimPay.PaidHeads;
import fundtrail.contract.formula.ClaimPay;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.query.access.Scope;
import fundtrail.query.asof.AsOf;
import fundtrail.query.entity.Clawback;
import fundtrail.query.entity.ClosedYear;
import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Settlement;
import fundtrail.query.entity.UnitStandard;
import fundtrail.query.entity.Version;
import fundtrail.query.entity.VolumeReport;
import fundtrail.query.fold.FactTags;
import fundtrail.query.read.Claims.ClaimOf;
import fundtrail.query.read.Entities.Wanted;
import fundtrail.query.read.LineSums.Keys;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the claims of one institution's year were paid at a moment, and by which sources: the arithmetic of the cap that a
 * determination is held against ({@link ClaimPay}), over what the reading side knows. One of these answers one question.
 */
final class ClaimPayments {
    private static final int EVERY = Integer.MAX_VALUE;

    /** How far the claims' year is. */
    enum Stage {
        /** Not settled: the advances paid it. */
        ADVANCED,
        /** Settled. */
        SETTLED,
        /** Settled, and its budget year is closed. */
        SETTLED_AND_CLOSED
    }

    /** By which formula it was paid. */
    enum Formula {
        /** settled ÷ all equivalents · equivalents, by the largest remainder. */
        SETTLED_WORK,
        /** settled ÷ all heads · heads. */
        SETTLED_HEADS,
        /** equivalents · unit standard · min(1, advanced ÷ (unit standard · all equivalents)). */
        ADVANCED_WORK,
        /** Σ of each prepayment: heads · rate · months ÷ 12. */
        ADVANCED_HEADS,
        /** Nothing was computed yet. */
        NOTHING
    }

    /**
     * What a claim was paid.
     *
     * @param all          what the year was settled at, or paid ahead
     * @param measure      the claim's equivalents, or its heads; absent where nothing weighs it
     * @param allMeasure   those of the whole year; absent where nothing weighs them
     * @param unitStandard yuan an equivalent; absent unless the formula has it
     * @param takenOut     of a settled year, what was clawed back of it before and so is not in what the year was settled at
     * @param amount       the formula's, and what was taken out
     * @param bySource     the amount in the composition of all that was paid
     * @param composition  of all that was paid
     */
    record ClaimPaid(
            Stage stage,
            Formula formula,
            Money all,
            @MayBeAbsent Fraction measure,
            @MayBeAbsent Fraction allMeasure,
            @MayBeAbsent Fraction unitStandard,
            Money takenOut,
            Money amount,
            List<SourceAmount> bySource,
            List<SourceAmount> composition) {}

    private final Entities entities;
    private final LineSums sums;
    private final AsOf asOf;
    private final Scope scope;
    private final Settlement year;
    private final YearOfWork work;
    private final List<Clawback> outOfAdvances;
    private final Map<FundSourceCode, Money> composition = new TreeMap<>(Comparator.comparing(FundSourceCode::value));
    private Map<ClaimId, Fraction> settledWeights;
    private Map<ClaimId, Money> settledShares;
    private Optional<UnitStandard> standard;
    private Fraction standingWork;
    private List<PaidHeads> prepaid;

    /** @param year what is known of it; {@link Settlement#none} where nothing is */
    ClaimPayments(Entities entities, LineSums sums, AsOf asOf, Scope scope, Settlement year) {
        this.entities = entities;
        this.sums = sums;
        this.asOf = asOf;
        this.scope = scope;
        this.year = year;
        this.work = new YearOfWork(entities, asOf, scope, year);
        this.outOfAdvances = outOfAdvances();
        if (isSettled()) {
            for (SettlementOfSource one : year.bySource()) {
                composition.put(one.fundSource(), one.entitlement());
            }
        } else {
            advanced();
        }
        composition.values().removeIf(amount -> !amount.isPositive());
    }

    private boolean isSettled() {
        return year.revision() > 0;
    }

    /** What is still advanced, and what claw-backs took out of the advances. */
    private void advanced() {
        sums.by(List.of(Dimension.fundSource), asOf, new Keys(false, Visible.books(scope)
                        .and("and division = ? and institution = ?", year.division().value(), year.institution().value())
                        .and("and programme = ? and budget_year = ?", year.programme().value(), year.budgetYear())
                        .and("and account = ?", Account.ADVANCES.name())
                        .and("and (clawback is null or clawback = any(?))", outOfAdvances.stream().map(one -> one.clawback().value()).toList())), 0, EVERY)
                .forEach(one -> composition.merge(one.fundSource(), one.balance(), Money::plus));
        outOfAdvances.stream()
                .flatMap(one -> one.bySource().stream())
                .forEach(one -> composition.merge(one.fundSource(), one.determined().minus(one.reduced()), Money::plus));
    }

    /** What was clawed back of the year before it was settled: such work earns nothing any more, in the part that was. */
    private List<Clawback> outOfAdvances() {
        return entities.list(Kind.CLAWBACK, asOf, scope, Wanted.tagged(Optional.of(FactTags.tag(Tags.INSTITUTION, year.institution()))),
                        one -> one.institution().equals(year.institution()) && one.programme().equals(year.programme())
                                && one.budgetYear() == year.budgetYear()
                                && one.bySource().stream().anyMatch(source -> source.counter() == Account.ADVANCES), "", EVERY)
                .stream().map(Version::body).toList();
    }

    /** What of the claim is, appeals aside. */
    private Money takenOut(ClaimId claim) {
        return Money.sum(outOfAdvances.stream().map(one -> one.of(claim)).toList());
    }

    /** The part of the claim's work that earns nothing, 0 to 1. */
    private Fraction partTakenOut(ClaimId claim) {
        Fraction part = Fraction.ZERO;
        for (Clawback one : outOfAdvances) {
            for (DeterminedClaim determined : one.claims()) {
                if (determined.claim().equals(claim) && determined.paid().isPositive()) {
                    part = part.plus(Fraction.yuan(one.of(claim)).over(Fraction.yuan(determined.paid())));
                }
            }
        }
        return part.min(Fraction.ONE);
    }

    /** What was done in the year, and what was paid for it. */
    YearOfWork work() {
        return work;
    }

    Stage stage() {
        if (!isSettled()) {
            return Stage.ADVANCED;
        }
        return entities.one(Kind.YEAR_END, ClosedYear.id(year.division(), year.budgetYear()), asOf, scope).isPresent()
                ? Stage.SETTLED_AND_CLOSED : Stage.SETTLED;
    }

    ClaimPaid paid(ClaimOf claim) {
        Money all = Money.sum(composition.values());
        if (claim.inventedHeads() != null) {
            return isSettled() ? settledHeads(claim, all) : advancedHeads(claim, all);
        }
        return isSettled() ? settledWork(claim, all) : advancedWork(claim, all);
    }

    private ClaimPaid settledWork(ClaimOf claim, Money all) {
        if (settledShares == null) {
            settledWeights = new HashMap<>();
            if (year.entitlement() != null && year.entitlement().equivalents() != null) {
                settledWeights.putAll(work.equivalents(year.entitlement().equivalents().reports()));
                settledWeights.replaceAll((one, weight) -> weight.times(Fraction.ONE.minus(partTakenOut(one))));
            }
            settledShares = ClaimPay.ofSettledWork(all, settledWeights);
        }
        Money share = settledShares.getOrDefault(claim.claim(), Money.ZERO);
        Fraction total = settledWeights.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        return paid(claim.claim(), settledShares.isEmpty() ? Formula.NOTHING : Formula.SETTLED_WORK, all, settledWeights.get(claim.claim()), total, null,
                Fraction.yuan(share));
    }

    private ClaimPaid settledHeads(ClaimOf claim, Money all) {
        long heads = year.entitlement() == null || year.entitlement().capitation() == null ? 0 : year.entitlement().capitation().headcount();
        return paid(claim.claim(), heads == 0 ? Formula.NOTHING : Formula.SETTLED_HEADS, all, Fraction.of(claim.inventedHeads()), Fraction.of(heads), null,
                ClaimPay.ofSettledHeads(Fraction.yuan(all), claim.inventedHeads(), heads)
                        .times(Fraction.ONE.minus(partTakenOut(claim.claim()))));
    }

    private ClaimPaid advancedWork(ClaimOf claim, Money all) {
        if (standard == null) {
            standard = entities.one(Kind.UNIT_STANDARD, year.division() + "/" + year.programme() + "/" + year.budgetYear(), asOf, scope)
                    .map(Version::body);
            standingWork = work.standing().stream().map(VolumeReport::totalEquivalents).reduce(Fraction.ZERO, Fraction::plus);
        }
        boolean counted = standard.isPresent() && claim.row() != null && claim.report().stands();
        Fraction measure = claim.row() == null ? null : work.equivalents(claim.report(), claim.row());
        if (!counted) {
            return paid(claim.claim(), Formula.NOTHING, all, measure, standingWork, null, Fraction.ZERO);
        }
        return paid(claim.claim(), Formula.ADVANCED_WORK, all, measure, standingWork, standard.get().published(),
                ClaimPay.ofAdvancedWork(measure, standingWork, Fraction.yuan(all), standard.get().published()));
    }

    private ClaimPaid advancedHeads(ClaimOf claim, Money all) {
        if (prepaid == null) {
            prepaid = work.prepaid();
        }
        return paid(claim.claim(), Formula.ADVANCED_HEADS, all, Fraction.of(claim.inventedHeads()), null, null,
                ClaimPay.ofAdvancedHeads(claim.inventedHeads(), prepaid));
    }

    private ClaimPaid paid(ClaimId claim, Formula formula, Money all, Fraction measure, Fraction allMeasure, Fraction unitStandard, Fraction exact) {
        Money takenOut = isSettled() ? takenOut(claim) : Money.ZERO;
        Money amount = ClaimPay.atMost(all, exact).plus(takenOut);
        return new ClaimPaid(stage(), formula, all, measure, allMeasure, unitStandard, takenOut, amount,
                amount.isZero() || composition.isEmpty() ? List.of() : amounts(ClaimPay.bySource(amount, composition)), amounts(composition));
    }

    private static List<SourceAmount> amounts(Map<FundSourceCode, Money> bySource) {
        return bySource.entrySet().stream().map(one -> new SourceAmount(one.getKey(), one.getValue())).toList();
    }
}
