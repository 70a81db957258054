package fundtrail.contract.formula;

import fundtrail.contract.Money;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import java.util.Map;

/**
 * Which institution's entitlement is borne by which source (筹资方案).
 *
 * @param planLines     what each institution's entitlement is made of; of the risk reserve's source, its draw
 * @param draws         what each institution needs of the risk reserve, all draws together
 * @param reallocations authority that must move from one institution to another first
 * @param shortfall     what the entitlements exceed the programme's own allotments by; 0.00 where they do not
 * @param unmet         what even the reserve does not cover, by institution: as long as there is any, the plan cannot
 *                      be approved
 */
public record FundingPlan(
        List<PlanLine> planLines, List<Draw> draws, List<Reallocation> reallocations, Money shortfall, Map<InstitutionId, Money> unmet) {

    /** What one source bears of an institution's entitlement. */
    public record PlanLine(InstitutionId institution, FundSourceCode fundSource, Money amount) {
        public PlanLine {
            positive(institution, amount);
        }
    }

    /** What an institution gets from the risk reserve. */
    public record Draw(InstitutionId institution, Money amount) {
        public Draw {
            positive(institution, amount);
        }
    }

    /** Authority of a source that one institution leaves and another needs. */
    public record Reallocation(InstitutionId from, InstitutionId to, FundSourceCode fundSource, Money amount) {
        public Reallocation {
            positive(to, amount);
        }
    }

    public FundingPlan {
        planLines = List.copyOf(planLines);
        draws = List.copyOf(draws);
        reallocations = List.copyOf(reallocations);
        unmet = Map.copyOf(unmet);
    }

    private static void positive(InstitutionId institution, Money amount) {
        if (amount != null && !amount.isPositive()) {
            throw new IllegalArgumentException("institution " + institution + ": an amount of the plan is more than 0.00, not " + amount);
        }
    }
}
