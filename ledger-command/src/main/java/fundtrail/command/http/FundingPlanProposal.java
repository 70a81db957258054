package fundtrail.command.http;

import fundtrail.command.approvefundingplan.ApproveFundingPlan;
import fundtrail.command.known.FundingInputs;
import fundtrail.command.known.Known;
import fundtrail.command.known.ProgrammeYear;
import fundtrail.contract.Money;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.formula.FundingPlan;
import fundtrail.contract.formula.FundingPlanner.Inputs;
import fundtrail.contract.formula.FundingPlanner;
import fundtrail.contract.id.InstitutionId;
import java.util.Comparator;
import java.util.List;

/**
 * A funding plan as the ledger would have it, ready to be sent as the wish once its document is named.
 *
 * @param wish    the command; people may change it
 * @param unmet   what neither allotments nor the reserve cover: while there is any, the plan is refused
 * @param waiting institutions that have allotments and no entitlement yet: theirs are nobody else's to use
 * @param reserve what the risk reserve holds and no other plan is still to draw; nothing for a closed year
 */
record FundingPlanProposal(ApproveFundingPlan wish, List<Draw> unmet, List<InstitutionId> waiting, Money reserve) {
    static FundingPlanProposal of(ProgrammeYear year, Known known) {
        Inputs inputs = FundingInputs.of(year, known);
        FundingPlan plan = FundingPlanner.propose(inputs);
        FundingPlanApproved before = known.purchases().entitlements().plan(year);
        return new FundingPlanProposal(
                new ApproveFundingPlan(null, null, year.division(), year.programme(), year.budgetYear(),
                        before == null ? 1 : before.revision() + 1, plan.planLines(), plan.draws(), plan.reallocations(), plan.shortfall()),
                plan.unmet().entrySet().stream()
                        .map(one -> new Draw(one.getKey(), one.getValue()))
                        .sorted(Comparator.comparing(one -> one.institution().value()))
                        .toList(),
                inputs.allotted().keySet().stream()
                        .filter(institution -> !inputs.entitlements().containsKey(institution))
                        .sorted(Comparator.comparing(InstitutionId::value))
                        .toList(),
                inputs.reserve());
    }
}
