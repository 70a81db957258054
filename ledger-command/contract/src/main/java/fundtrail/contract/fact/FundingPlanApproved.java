package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.FundingPlan.Reallocation;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 筹资方案批准: which institution's entitlement is borne by which source. The last revision of a division, programme and
 * budget year is in force, for all its institutions.
 *
 * @param revision      from 1
 * @param planLines     what each institution's entitlement is made of, each institution and source once; of the risk
 *                      reserve's source, its draw
 * @param draws         what each institution may have of the risk reserve, all draws together
 * @param reallocations authority that must move between institutions before it can be paid
 * @param shortfall     what the entitlements exceed the programme's own allotments by: shown, never hidden
 */
public record FundingPlanApproved(
        DivisionCode division,
        ProgrammeCode programme,
        int budgetYear,
        int revision,
        List<PlanLine> planLines,
        List<Draw> draws,
        List<Reallocation> reallocations,
        Money shortfall)
        implements Fact {
    public FundingPlanApproved {
        planLines = List.copyOf(planLines);
        draws = List.copyOf(draws);
        reallocations = List.copyOf(reallocations);
        Json.fits("the plan's lines, draws and reallocations",
                Stream.of(planLines, draws, reallocations).<Object>flatMap(List::stream).toList());
        if (revision < 1 || shortfall == null || shortfall.isNegative()) {
            throw new IllegalArgumentException("a plan has a revision from 1, and a shortfall of 0.00 or more");
        }
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(Tags.PROGRAMME, programme);
        planLines.forEach(line -> tags.and(Tags.INSTITUTION, line.institution()).and(Tags.FUND_SOURCE, line.fundSource()));
        return tags.set();
    }
}
