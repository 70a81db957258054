package fundtrail.contract.formula;

import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.Shares;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.FundingPlan.Reallocation;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Proposes a funding plan; people may decide otherwise. An institution's own allotments come first, in their own
 * composition; then what others leave, the smallest want first, in the composition of all that is left, taken from
 * institutions in the order of their ids; then the risk reserve, the smallest want first. Where a plan stood before,
 * what an entitlement lost is taken out of it in its own composition, and what it gained is found as above.
 */
public final class FundingPlanner {
    /**
     * What the plan is made of.
     *
     * @param entitlements  what each institution has earned
     * @param allotted      the net authority of each by source, draws on the reserve that were made among it; those of
     *                      institutions without an entitlement are nobody's to give
     * @param reserveSource the risk reserve's source; {@code null} where there is none
     * @param reserve       what the reserve holds
     * @param before        the lines of the plan in force; empty for the first
     */
    public record Inputs(
            Map<InstitutionId, Money> entitlements,
            Map<InstitutionId, Map<FundSourceCode, Money>> allotted,
            FundSourceCode reserveSource,
            Money reserve,
            List<PlanLine> before) {}

    private static final Comparator<InstitutionId> BY_ID = Comparator.comparing(InstitutionId::value);
    private static final Comparator<FundSourceCode> BY_CODE = Comparator.comparing(FundSourceCode::value);

    private final Inputs inputs;
    private final Map<InstitutionId, Map<FundSourceCode, Money>> lines = new TreeMap<>(BY_ID);
    /** Authority not yet planned, without the reserve's; below zero where a line before rests on authority still to come. */
    private final Map<InstitutionId, Map<FundSourceCode, Money>> left = new TreeMap<>(BY_ID);
    private final Map<InstitutionId, Money> unmet = new TreeMap<>(BY_ID);
    private final List<Reallocation> reallocations = new ArrayList<>();

    private FundingPlanner(Inputs inputs) {
        this.inputs = inputs;
    }

    public static FundingPlan propose(Inputs inputs) {
        return new FundingPlanner(inputs).plan();
    }

    /** What the entitlements exceed the programme's own allotments by, the reserve's aside. */
    public static Money shortfall(Inputs inputs) {
        Money earned = Money.sum(inputs.entitlements().values());
        Money own = inputs.entitlements().keySet().stream()
                .flatMap(id -> inputs.allotted().getOrDefault(id, Map.of()).entrySet().stream())
                .filter(share -> !share.getKey().equals(inputs.reserveSource()))
                .map(Map.Entry::getValue)
                .reduce(Money.ZERO, Money::plus);
        return own.covers(earned) ? Money.ZERO : earned.minus(own);
    }

    private FundingPlan plan() {
        inputs.entitlements().forEach(this::keepOfBefore);
        inputs.entitlements().keySet().forEach(this::openOwn);
        coverWhatStood();
        inputs.entitlements().keySet().stream().sorted(BY_ID).forEach(this::takeOwn);
        wanting().forEach(this::takeOfOthers);
        drawOnReserve();
        unmet.values().removeIf(Money::isZero);
        return new FundingPlan(planLines(), draws(), reallocations, shortfall(inputs), unmet);
    }

    /** The plan before, less what the entitlement lost; what it gained is unmet at first. */
    private void keepOfBefore(InstitutionId id, Money earned) {
        Map<FundSourceCode, Money> before = new TreeMap<>(BY_CODE);
        inputs.before().stream()
                .filter(line -> line.institution().equals(id))
                .forEach(line -> before.merge(line.fundSource(), line.amount(), Money::plus));
        Money planned = Money.sum(before.values());
        if (planned.compareTo(earned) > 0) {
            Shares.of(planned.minus(earned), weights(before)).forEach((source, less) -> add(before, source, less.negated()));
        }
        lines.put(id, before);
        unmet.put(id, earned.covers(planned) ? earned.minus(planned) : Money.ZERO);
    }

    private void openOwn(InstitutionId id) {
        Map<FundSourceCode, Money> own = new TreeMap<>(BY_CODE);
        inputs.allotted().getOrDefault(id, Map.of()).forEach((source, amount) -> add(own, source, amount));
        lines.get(id).forEach((source, amount) -> add(own, source, amount.negated()));
        if (inputs.reserveSource() != null) {
            own.remove(inputs.reserveSource());
        }
        left.put(id, own);
    }

    /** Lines before that rest on authority of others which has not moved yet. */
    private void coverWhatStood() {
        left.forEach((id, own) -> new LinkedHashMap<>(own).forEach((source, amount) -> {
            if (amount.isNegative()) {
                own.put(source, Money.ZERO);
                move(source, id, amount.negated());
            }
        }));
    }

    private void takeOwn(InstitutionId id) {
        Map<FundSourceCode, Money> own = left.get(id);
        Money taken = least(unmet.get(id), total(own));
        if (taken.isPositive()) {
            Shares.of(taken, weights(own)).forEach((source, amount) -> {
                add(own, source, amount.negated());
                bear(id, source, amount);
            });
        }
    }

    private void takeOfOthers(InstitutionId id) {
        Map<FundSourceCode, Money> all = new TreeMap<>(BY_CODE);
        left.values().forEach(own -> own.forEach((source, amount) -> add(all, source, amount)));
        Money taken = least(unmet.get(id), total(all));
        if (taken.isPositive()) {
            Shares.of(taken, weights(all)).forEach((source, amount) -> {
                move(source, id, amount);
                bear(id, source, amount);
            });
        }
    }

    /** Takes authority of a source from institutions in the order of their ids, as far as there is any. */
    private void move(FundSourceCode source, InstitutionId to, Money amount) {
        Money wanted = amount;
        for (Map.Entry<InstitutionId, Map<FundSourceCode, Money>> from : left.entrySet()) {
            Money moved = least(wanted, from.getValue().getOrDefault(source, Money.ZERO));
            if (moved.isPositive()) {
                add(from.getValue(), source, moved.negated());
                reallocations.add(new Reallocation(from.getKey(), to, source, moved));
                wanted = wanted.minus(moved);
            }
        }
    }

    private void drawOnReserve() {
        if (inputs.reserveSource() == null) {
            return;
        }
        Money held = inputs.reserve();
        for (InstitutionId id : lines.keySet()) {
            Money more = planned(id).minus(drawn(id));
            held = more.isPositive() ? held.minus(more) : held;
        }
        for (InstitutionId id : wanting()) {
            Money unused = drawn(id).minus(planned(id));
            Money open = unused.isPositive() ? unused : Money.ZERO;
            Money taken = least(unmet.get(id), open.plus(held.isPositive() ? held : Money.ZERO));
            if (taken.isPositive()) {
                bear(id, inputs.reserveSource(), taken);
                held = taken.compareTo(open) > 0 ? held.minus(taken.minus(open)) : held;
            }
        }
    }

    private Money planned(InstitutionId id) {
        return lines.get(id).getOrDefault(inputs.reserveSource(), Money.ZERO);
    }

    private Money drawn(InstitutionId id) {
        return inputs.allotted().getOrDefault(id, Map.of()).getOrDefault(inputs.reserveSource(), Money.ZERO);
    }

    /** Who still wants money, the smallest want first, of equal ones the first id. */
    private List<InstitutionId> wanting() {
        return unmet.entrySet().stream()
                .filter(want -> want.getValue().isPositive())
                .sorted(Map.Entry.<InstitutionId, Money>comparingByValue().thenComparing(Map.Entry.comparingByKey(BY_ID)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void bear(InstitutionId id, FundSourceCode source, Money amount) {
        add(lines.get(id), source, amount);
        unmet.put(id, unmet.get(id).minus(amount));
    }

    private List<PlanLine> planLines() {
        List<PlanLine> all = new ArrayList<>();
        lines.forEach((id, bySource) -> bySource.forEach((source, amount) -> {
            if (amount.isPositive()) {
                all.add(new PlanLine(id, source, amount));
            }
        }));
        return all;
    }

    private List<Draw> draws() {
        return inputs.reserveSource() == null ? List.of() : lines.keySet().stream()
                .filter(id -> planned(id).isPositive())
                .map(id -> new Draw(id, planned(id)))
                .toList();
    }

    private static void add(Map<FundSourceCode, Money> to, FundSourceCode source, Money amount) {
        if (!amount.isZero()) {
            to.merge(source, amount, Money::plus);
        }
    }

    private static Money total(Map<FundSourceCode, Money> bySource) {
        return Money.sum(bySource.values());
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Map<FundSourceCode, Fraction> weights(Map<FundSourceCode, Money> bySource) {
        Map<FundSourceCode, Fraction> weights = new TreeMap<>(BY_CODE);
        bySource.forEach((source, amount) -> weights.put(source, Fraction.yuan(amount)));
        return weights;
    }
}
