package fundtrail.command.approvefundingplan;

import fundtrail.command.known.InstitutionYear;
import fundtrail.contract.Money;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.FundingPlan.Reallocation;
import fundtrail.contract.formula.FundingPlanner.Inputs;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A plan as it was asked for, added up. */
final class PlannedMoney {
    private record Share(InstitutionId institution, FundSourceCode fundSource) {
        @Override
        public String toString() {
            return institution + " " + fundSource;
        }
    }

    /** More is planned than there is. */
    record Excess(InstitutionId institution, FundSourceCode fundSource, Money planned, Money there) {}

    private final ApproveFundingPlan wish;
    private final Map<Share, Money> lines = new LinkedHashMap<>();
    private final Map<InstitutionId, Money> draws = new LinkedHashMap<>();
    private final Set<InstitutionId> institutions = new TreeSet<>(Comparator.comparing(InstitutionId::value));
    private final Set<FundSourceCode> sources = new TreeSet<>(Comparator.comparing(FundSourceCode::value));
    private String twice;

    PlannedMoney(ApproveFundingPlan wish) {
        this.wish = wish;
        for (PlanLine line : wish.planLines()) {
            Share share = new Share(line.institution(), line.fundSource());
            institutions.add(line.institution());
            sources.add(line.fundSource());
            if (lines.put(share, line.amount()) != null && twice == null) {
                twice = share.toString();
            }
        }
        for (Draw draw : wish.draws()) {
            institutions.add(draw.institution());
            if (draws.put(draw.institution(), draw.amount()) != null && twice == null) {
                twice = draw.institution().toString();
            }
        }
        for (Reallocation move : wish.reallocations()) {
            institutions.add(move.from());
            institutions.add(move.to());
            sources.add(move.fundSource());
        }
    }

    /** What is planned twice, or {@code null}. */
    String twice() {
        return twice;
    }

    /** All that the plan names, by id. */
    Set<InstitutionId> institutions() {
        return institutions;
    }

    Set<FundSourceCode> sources() {
        return sources;
    }

    InstitutionYear year(InstitutionId institution) {
        return new InstitutionYear(institution, wish.programme(), wish.budgetYear());
    }

    Set<PlanLine> linesOf(InstitutionId institution) {
        return linesOf(institution, wish.planLines());
    }

    static Set<PlanLine> linesOf(InstitutionId institution, List<PlanLine> lines) {
        return lines.stream().filter(line -> line.institution().equals(institution)).collect(Collectors.toSet());
    }

    Money borne(InstitutionId institution) {
        return Money.sum(linesOf(institution).stream().map(PlanLine::amount).toList());
    }

    Money line(InstitutionId institution, FundSourceCode source) {
        return lines.getOrDefault(new Share(institution, source), Money.ZERO);
    }

    Money draw(InstitutionId institution) {
        return draws.getOrDefault(institution, Money.ZERO);
    }

    /** The first institution and source of which more is planned, or moved away, than there is; {@code null} if none. */
    Excess firstExcess(Inputs inputs) {
        for (InstitutionId institution : institutions) {
            for (FundSourceCode source : sources) {
                if (source.equals(inputs.reserveSource())) {
                    continue;
                }
                Money needed = line(institution, source).plus(moved(source, move -> move.from().equals(institution)));
                Money there = inputs.allotted().getOrDefault(institution, Map.of()).getOrDefault(source, Money.ZERO)
                        .plus(moved(source, move -> move.to().equals(institution)));
                if (!there.covers(needed)) {
                    return new Excess(institution, source, needed, there);
                }
            }
        }
        return null;
    }

    private Money moved(FundSourceCode source, Predicate<Reallocation> which) {
        return Money.sum(wish.reallocations().stream()
                .filter(move -> move.fundSource().equals(source) && which.test(move))
                .map(Reallocation::amount)
                .toList());
    }

    /**
     * What must still be drawn on the reserve: draws that were made are authority already.
     *
     * @param can whose draws can still be made
     */
    Money newDraws(Inputs inputs, Predicate<InstitutionId> can) {
        Money needed = Money.ZERO;
        for (Map.Entry<InstitutionId, Money> draw : draws.entrySet()) {
            Money drawn = inputs.allotted().getOrDefault(draw.getKey(), Map.of()).getOrDefault(inputs.reserveSource(), Money.ZERO);
            Money more = draw.getValue().minus(drawn);
            needed = more.isPositive() && can.test(draw.getKey()) ? needed.plus(more) : needed;
        }
        return needed;
    }
}
