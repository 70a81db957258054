package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Entry;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.AgreementSigned;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.EntitlementComputed.ByEquivalents;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.PerformanceEvaluated;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.FundingPlan.Reallocation;
import fundtrail.contract.id.AgreementId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What institutions have agreed to and earned, and who bears it. */
public final class Entitlements implements Room {
    private final Standards standards;
    private final Volumes volumes;
    private final TakenOut takenOut;
    private final Table<AgreementId, InstitutionYear> agreementIds;
    private final Table<InstitutionYear, AgreementId> agreements;
    private final Table<InstitutionYear, Fraction> coefficients;
    private final Table<InstitutionYear, EntitlementComputed> entitlements;
    private final Table<ProgrammeYear, List<InstitutionId>> entitled;
    private final Table<ProgrammeYear, FundingPlanApproved> plans;

    Entitlements(Memory memory, Standards standards, Volumes volumes, TakenOut takenOut) {
        this.takenOut = takenOut;
        this.standards = standards;
        this.volumes = volumes;
        agreementIds = new Table<>(memory, "agreementIds", Forms.AGREEMENT, Form.json(InstitutionYear.class));
        agreements = new Table<>(memory, "agreements", Form.json(InstitutionYear.class), Forms.AGREEMENT);
        coefficients = new Table<>(memory, "coefficients", Form.json(InstitutionYear.class), Form.json(Fraction.class));
        entitlements = new Table<>(memory, "entitlements", Form.json(InstitutionYear.class), Form.json(EntitlementComputed.class));
        entitled = new Table<>(memory, "entitled", Form.json(ProgrammeYear.class), Form.list(InstitutionId.class));
        plans = new Table<>(memory, "fundingPlans", Form.json(ProgrammeYear.class), Form.json(FundingPlanApproved.class));
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            case AgreementSigned fact -> {
                InstitutionYear year = new InstitutionYear(fact.institution(), fact.programme(), fact.budgetYear());
                agreementIds.put(fact.agreement(), year);
                agreements.put(year, fact.agreement());
            }
            case PerformanceEvaluated fact -> coefficients.put(
                    new InstitutionYear(fact.institution(), fact.programme(), fact.budgetYear()), fact.coefficient());
            case EntitlementComputed fact -> computed(fact);
            case FundingPlanApproved fact ->
                plans.put(new ProgrammeYear(fact.division(), fact.programme(), fact.budgetYear()), fact);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void computed(EntitlementComputed fact) {
        InstitutionYear year = new InstitutionYear(fact.institution(), fact.programme(), fact.budgetYear());
        if (!entitlements.has(year)) {
            List<InstitutionId> more = new ArrayList<>(entitled(year.in(fact.division())));
            more.add(fact.institution());
            more.sort(Comparator.comparing(InstitutionId::value));
            entitled.put(year.in(fact.division()), List.copyOf(more));
        }
        entitlements.put(year, fact);
    }

    Set<InstitutionYear> years() {
        return entitlements.keys();
    }

    /** An institution that ends has no part in plans any more: its successor has, unless its year was settled before. */
    void merged(Merger merger) {
        for (ProgrammeYear year : List.copyOf(entitled.keys())) {
            if (entitled(year).contains(merger.from())) {
                entitled.put(year, entitled(year).stream().filter(one -> !one.equals(merger.from())).toList());
            }
        }
        for (FundingPlanApproved plan : List.copyOf(plans.values())) {
            plans.put(new ProgrammeYear(plan.division(), plan.programme(), plan.budgetYear()), merged(plan, merger));
        }
    }

    private static FundingPlanApproved merged(FundingPlanApproved plan, Merger merger) {
        boolean settled = merger.settled().test(new InstitutionYear(merger.from(), plan.programme(), plan.budgetYear()));
        Map<List<Object>, PlanLine> lines = new LinkedHashMap<>();
        for (PlanLine line : plan.planLines()) {
            if (!settled || !line.institution().equals(merger.from())) {
                lines.merge(List.of(merger.of(line.institution()), line.fundSource()),
                        new PlanLine(merger.of(line.institution()), line.fundSource(), line.amount()),
                        (one, more) -> new PlanLine(one.institution(), one.fundSource(), one.amount().plus(more.amount())));
            }
        }
        Map<InstitutionId, Draw> draws = new LinkedHashMap<>();
        for (Draw draw : plan.draws()) {
            if (!settled || !draw.institution().equals(merger.from())) {
                draws.merge(merger.of(draw.institution()), new Draw(merger.of(draw.institution()), draw.amount()),
                        (one, more) -> new Draw(one.institution(), one.amount().plus(more.amount())));
            }
        }
        return new FundingPlanApproved(plan.division(), plan.programme(), plan.budgetYear(), plan.revision(), List.copyOf(lines.values()),
                List.copyOf(draws.values()),
                plan.reallocations().stream()
                        .map(move -> new Reallocation(merger.of(move.from()), merger.of(move.to()), move.fundSource(), move.amount()))
                        .filter(move -> !move.from().equals(move.to()))
                        .toList(),
                plan.shortfall());
    }

    public boolean hasAgreement(AgreementId id) {
        return agreementIds.has(id);
    }

    /** The agreement for the year, or {@code null}. */
    public AgreementId agreement(InstitutionYear year) {
        return agreements.get(year);
    }

    /** The coefficient of the last evaluation, or {@code null}. */
    public Fraction coefficient(InstitutionYear year) {
        return coefficients.get(year);
    }

    /** The entitlement computed last, or {@code null}. */
    public EntitlementComputed entitlement(InstitutionYear year) {
        return entitlements.get(year);
    }

    /** Whose entitlement was computed, by id. */
    public List<InstitutionId> entitled(ProgrammeYear year) {
        return entitled.getOrDefault(year, List.of());
    }

    /** The plan in force, or {@code null}. */
    public FundingPlanApproved plan(ProgrammeYear year) {
        return plans.get(year);
    }

    /** The plans in force in the division, of all its programmes and years. */
    List<FundingPlanApproved> plansOf(DivisionCode division) {
        return plans.values().stream().filter(plan -> plan.division().equals(division)).toList();
    }

    /** What the year's work amounts to by all that is known now; {@code null} where unit standard, work or evaluation is missing. */
    public ByEquivalents work(InstitutionYear year, ProgrammeYear programme) {
        UnitStandardFixed standard = standards.unitStandard(programme);
        Fraction coefficient = coefficient(year);
        List<Volumes.Report> reports = volumes.standing(year);
        if (standard == null || coefficient == null || reports.isEmpty()) {
            return null;
        }
        Fraction less = takenOut.equivalents(year);
        return new ByEquivalents(
                reports.stream().map(Volumes.Report::report).toList(),
                standard.schedule(),
                less.isPositive() ? less : null,
                reports.stream().map(Volumes.Report::total).reduce(Fraction.ZERO, Fraction::plus).minus(less),
                standard.published(),
                coefficient);
    }

    /** Whether the entitlement is still what its inputs give; one of heads has no inputs but its own. */
    public boolean isCurrent(EntitlementComputed entitlement) {
        InstitutionYear year = new InstitutionYear(entitlement.institution(), entitlement.programme(), entitlement.budgetYear());
        return entitlement.equivalents() == null
                || entitlement.equivalents().equals(work(year, year.in(entitlement.division())));
    }
}
