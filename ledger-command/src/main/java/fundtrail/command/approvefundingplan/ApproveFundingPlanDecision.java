package fundtrail.command.approvefundingplan;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.DIVISION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.ENTITLEMENT_OUTDATED;
import static fundtrail.command.decide.RefusalCode.ENTITLEMENT_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.FUND_SOURCE_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PLAN_CHANGES_SETTLED;
import static fundtrail.command.decide.RefusalCode.PLAN_DIFFERS;
import static fundtrail.command.decide.RefusalCode.PLAN_DRAW_DIFFERS;
import static fundtrail.command.decide.RefusalCode.PLAN_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.PLAN_TWICE;
import static fundtrail.command.decide.RefusalCode.RESERVE_EXCEEDED;
import static fundtrail.command.decide.RefusalCode.REVISION_DIFFERS;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.FundingInputs;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.contract.Money;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.FundingPlanner;
import fundtrail.contract.formula.FundingPlanner.Inputs;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.Map;

public final class ApproveFundingPlanDecision {
    private ApproveFundingPlanDecision() {}

    /** All that is planned. */
    public static Money amount(ApproveFundingPlan wish, Known known) {
        return Money.sumOrMost(wish.planLines().stream().map(PlanLine::amount).toList());
    }

    public static Decision decide(ApproveFundingPlan wish, Moment moment, Known known) {
        PlannedMoney planned = new PlannedMoney(wish);
        if (planned.twice() != null) {
            return refused(PLAN_TWICE, planned.twice());
        }
        if (!known.hasDivision(wish.division())) {
            return refused(DIVISION_UNKNOWN, wish.division());
        }
        for (InstitutionId institution : planned.institutions()) {
            if (!known.institutions().has(institution)) {
                return refused(INSTITUTION_UNKNOWN, institution);
            }
        }
        for (FundSourceCode source : planned.sources()) {
            if (!known.fundSources().has(source)) {
                return refused(FUND_SOURCE_UNKNOWN, source);
            }
        }
        Inputs inputs = FundingInputs.of(wish.year(), known);
        for (PlanLine line : wish.planLines()) {
            if (!inputs.entitlements().containsKey(line.institution())) {
                return refused(ENTITLEMENT_UNKNOWN, planned.year(line.institution()));
            }
        }
        if (inputs.entitlements().isEmpty()) {
            return refused(ENTITLEMENT_UNKNOWN, wish.year());
        }
        FundingPlanApproved before = known.purchases().entitlements().plan(wish.year());
        int next = before == null ? 1 : before.revision() + 1;
        if (wish.revision() != next) {
            return refused(REVISION_DIFFERS, wish.year()).with("revision", next).with("stated", wish.revision());
        }
        return decide(wish, planned, inputs, before, known);
    }

    private static Decision decide(
            ApproveFundingPlan wish, PlannedMoney planned, Inputs inputs, FundingPlanApproved before, Known known) {
        for (InstitutionId institution : inputs.entitlements().keySet()) {
            InstitutionYear year = planned.year(institution);
            if (!known.purchases().entitlements().isCurrent(known.purchases().entitlements().entitlement(year))) {
                return refused(ENTITLEMENT_OUTDATED, year);
            }
        }
        for (InstitutionId institution : inputs.entitlements().keySet()) {
            InstitutionYear year = planned.year(institution);
            if (known.purchases().settlements().isFinal(year) && !planned.linesOf(institution).equals(PlannedMoney.linesOf(institution, before.planLines()))) {
                return refused(PLAN_CHANGES_SETTLED, year);
            }
        }
        for (Map.Entry<InstitutionId, Money> earned : inputs.entitlements().entrySet()) {
            Money borne = planned.borne(earned.getKey());
            if (!borne.equals(earned.getValue())) {
                return refused(PLAN_DIFFERS, planned.year(earned.getKey())).with("entitlement", earned.getValue()).with("planned", borne);
            }
        }
        for (InstitutionId institution : planned.institutions()) {
            Money line = planned.line(institution, inputs.reserveSource());
            if (!line.equals(planned.draw(institution))) {
                return refused(PLAN_DRAW_DIFFERS, institution).with("line", line).with("draw", planned.draw(institution));
            }
        }
        Money shortfall = FundingPlanner.shortfall(inputs);
        if (!shortfall.equals(wish.shortfall())) {
            return refused(FORMULA_DIFFERS, "SHORTFALL").with("stated", wish.shortfall()).with("computed", shortfall);
        }
        PlannedMoney.Excess excess = planned.firstExcess(inputs);
        if (excess != null) {
            return refused(PLAN_EXCEEDED, excess.institution())
                    .with("source", excess.fundSource())
                    .with("planned", excess.planned())
                    .with("there", excess.there())
                    .with("missing", excess.planned().minus(excess.there()));
        }
        boolean closed = known.years().isClosed(wish.division(), wish.budgetYear());
        Money needed = planned.newDraws(inputs, institution -> !closed || !known.purchases().settlements().isFinal(planned.year(institution)));
        if (!inputs.reserve().covers(needed)) {
            return refused(RESERVE_EXCEEDED, wish.division())
                    .with("reserve", inputs.reserve())
                    .with("amount", needed)
                    .with("missing", needed.minus(inputs.reserve()));
        }
        return accepted(new FundingPlanApproved(wish.division(), wish.programme(), wish.budgetYear(), wish.revision(),
                wish.planLines(), wish.draws(), wish.reallocations(), shortfall));
    }
}
