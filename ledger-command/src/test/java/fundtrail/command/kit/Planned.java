package fundtrail.command.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fundtrail.contract.Fact;
import fundtrail.contract.Money;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.PurchasePoolDetermined;
import fundtrail.contract.fact.PurchasePoolDetermined.Component;
import fundtrail.contract.fact.PurchasePoolDetermined.Input;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.HashMap;
import java.util.Map;

/** What is planned is what was earned, and no more than there is authority or reserve for; what is settled is what was planned. */
final class Planned {
    private final BusinessAmounts amounts;
    private final Map<Purse, Money> earned = new HashMap<>();
    private final Map<Purse, FundingPlanApproved> plans = new HashMap<>();

    Planned(BusinessAmounts amounts) {
        this.amounts = amounts;
    }

    void after(Fact of, String where) {
        switch (of) {
            case PurchasePoolDetermined fact -> assertEquals(
                    sum(fact, Input.TOTAL_INPUT).minus(sum(fact, Input.EARMARKED_SUBSIDIES))
                            .minus(sum(fact, Input.MAJOR_PUBLIC_HEALTH)).minus(sum(fact, Input.DIRECTIVE_TASKS)),
                    fact.pool(), () -> where + ": the pool");
            case EntitlementComputed fact -> earned.put(
                    BusinessAmounts.year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme()), fact.entitlement());
            case FundingPlanApproved fact -> {
                bears(fact, where);
                hasAuthority(fact, where);
                plans.put(Purse.of(fact.division(), fact.budgetYear(), null).of(null, fact.programme()), fact);
            }
            case SettlementFinalized fact -> asPlanned(fact, where);
            default -> { }
        }
    }

    private static Money sum(PurchasePoolDetermined fact, Input input) {
        return Money.sum(fact.components().stream().filter(one -> one.input() == input).map(Component::amount).toList());
    }

    /** Each entitlement of the year, to the fen. */
    private void bears(FundingPlanApproved fact, String where) {
        Sums<InstitutionId> entitled = new Sums<>();
        earned.forEach((year, amount) -> {
            if (year.division().equals(fact.division()) && year.budgetYear() == fact.budgetYear()
                    && year.programme().equals(fact.programme())) {
                entitled.add(year.institution(), amount);
            }
        });
        fact.planLines().forEach(line -> entitled.take(line.institution(), line.amount()));
        assertEquals(Map.of(), entitled.all(), () -> where + ": earned and not planned");
    }

    /** Of each source no more than is allotted; of the reserve no more than it has and has given. */
    private void hasAuthority(FundingPlanApproved fact, String where) {
        Money drawn = Money.ZERO;
        Sums<FundSourceCode> left = new Sums<>();
        for (Map.Entry<?, Purse> one : amounts.allotments.entrySet()) {
            Purse purse = one.getValue();
            if (purse.division().equals(fact.division()) && purse.budgetYear() == fact.budgetYear()
                    && fact.programme().equals(purse.programme())) {
                left.add(purse.fundSource(), amounts.allotted.of(purse.allotment()).minus(amounts.withdrawn.of(purse.allotment()))
                        .plus(amounts.carried.of(purse.allotment())));
                drawn = purse.fundSource().equals(Reserve.RSV) ? drawn.plus(amounts.allotted.of(purse.allotment())) : drawn;
            }
        }
        fact.planLines().forEach(line -> left.take(line.fundSource(), line.amount()));
        Money draws = Money.sum(fact.draws().stream().map(Draw::amount).toList());
        Money there = drawn.plus(amounts.reserve.of(fact.division()));
        left.add(Reserve.RSV, amounts.reserve.of(fact.division()));
        left.all().forEach((source, more) -> assertTrue(!more.isNegative(), () -> where + ": planned beyond what is there of " + source + ": " + more));
        assertTrue(there.covers(draws), () -> where + ": draws of " + draws + " on a reserve of " + there);
    }

    private void asPlanned(SettlementFinalized fact, String where) {
        FundingPlanApproved plan = plans.get(Purse.of(fact.division(), fact.budgetYear(), null).of(null, fact.programme()));
        Sums<FundSourceCode> open = new Sums<>();
        plan.planLines().stream().filter(line -> line.institution().equals(fact.institution()))
                .forEach((PlanLine line) -> open.add(line.fundSource(), line.amount()));
        fact.bySource().forEach((SettlementOfSource one) -> open.take(one.fundSource(), one.entitlement()));
        assertEquals(Map.of(), open.all(), () -> where + ": settled otherwise than planned");
        assertEquals(earned.get(BusinessAmounts.year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme())),
                fact.entitlement(), () -> where + ": settled otherwise than earned");
    }
}
