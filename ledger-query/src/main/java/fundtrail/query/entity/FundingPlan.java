package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.FundingPlan.Reallocation;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;

/**
 * Which institution's entitlement is borne by which source, as last approved. Parts as in
 * {@link fundtrail.contract.fact.FundingPlanApproved}.
 */
public record FundingPlan(
        DivisionCode division,
        ProgrammeCode programme,
        int budgetYear,
        int revision,
        List<PlanLine> planLines,
        List<Draw> draws,
        List<Reallocation> reallocations,
        Money shortfall,
        @MayBeAbsent DocumentRef document) {}
