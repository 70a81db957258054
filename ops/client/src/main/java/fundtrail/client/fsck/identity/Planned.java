package fundtrail.client.fsck.identity;

import fundtrail.contract.Money;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.FundSourceRegistered;
import fundtrail.contract.fact.FundSourceRegistered.Level;
import fundtrail.contract.fact.FundingPlanApproved;
import fundtrail.contract.fact.SettlementFinalized;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is planned is what was earned, and no more than there is authority or reserve for; what is settled is what was planned.
 * A year that was merged into another's is planned and settled in that one's name.
 */
final class Planned {
    private final Authority authority;
    private final Cash cash;
    private final Institutions institutions;
    private final Map<Key, Money> earned = new HashMap<>();
    private final Map<Key, FundingPlanApproved> plans = new HashMap<>();
    private final Set<FundSourceCode> reserves = new HashSet<>();

    Planned(Authority authority, Cash cash, Institutions institutions) {
        this.authority = authority;
        this.cash = cash;
        this.institutions = institutions;
    }

    void register(FundSourceRegistered fact) {
        if (fact.level() == Level.RISK_RESERVE) {
            reserves.add(fact.fundSource());
        }
    }

    void earn(EntitlementComputed fact) {
        earned.put(Institutions.year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme()), fact.entitlement());
    }

    void plan(FundingPlanApproved fact) {
        Key year = Key.of(fact.division(), fact.budgetYear(), null);
        bears(fact, year);
        hasAuthority(fact, year);
        plans.put(year.of(null, fact.programme()), fact);
    }

    /** Each entitlement of the year, to the fen. */
    private void bears(FundingPlanApproved fact, Key year) {
        Map<InstitutionId, Long> planned = new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        fact.planLines().forEach(line -> planned.merge(line.institution(), line.amount().fen(), Math::addExact));
        planned.forEach((institution, amount) -> {
            Money entitlement = earned.get(year.of(institution, fact.programme()));
            if (!institutions.hasMerged(institution)) {
                Amounts.equal("the plan's lines of an institution are its entitlement: " + year.of(institution, fact.programme()),
                        Money.ofFen(amount), entitlement == null ? Money.ZERO : entitlement);
            }
        });
    }

    /** Of each source no more than is allotted; of the reserve no more than it has and has given. */
    private void hasAuthority(FundingPlanApproved fact, Key year) {
        Map<FundSourceCode, Long> left = new HashMap<>();
        authority.all().forEach((allotment, owner) -> {
            if (owner.of(null, null).of((FundSourceCode) null).equals(year) && fact.programme().equals(owner.programme())) {
                left.merge(owner.fundSource(), authority.planned.of(owner.source().with(allotment)), Math::addExact);
            }
        });
        long drawn = 0;
        for (FundSourceCode reserve : reserves) {
            drawn += left.getOrDefault(reserve, 0L);
            left.merge(reserve, cash.reserve.of(Key.of(fact.division())), Math::addExact);
        }
        fact.planLines().forEach(line -> left.merge(line.fundSource(), -line.amount().fen(), Math::addExact));
        left.forEach((source, more) ->
                Amounts.notBelow("what is allotted and in reserve bears the plan: " + year.of(source).of(null, fact.programme()), more));
        Amounts.notBelow("the reserve bears its draws: " + fact.division(), drawn + cash.reserve.of(Key.of(fact.division()))
                - Money.sum(fact.draws().stream().map(Draw::amount).toList()).fen());
    }

    void settle(SettlementFinalized fact) {
        Key year = Institutions.year(fact.division(), fact.budgetYear(), fact.institution(), fact.programme());
        FundingPlanApproved plan = plans.get(Key.of(fact.division(), fact.budgetYear(), null).of(null, fact.programme()));
        if (institutions.hasMerged(fact.institution())) {
            return;
        }
        Map<FundSourceCode, Long> planned = new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        if (plan != null) {
            plan.planLines().stream().filter(line -> line.institution().equals(fact.institution()))
                    .forEach(line -> planned.merge(line.fundSource(), line.amount().fen(), Math::addExact));
        }
        fact.bySource().forEach(one -> Amounts.equal("a settlement's source bears what the plan says: " + year.of(one.fundSource()),
                one.entitlement(), Money.ofFen(planned.getOrDefault(one.fundSource(), 0L))));
        Amounts.equal("a settlement's sources bear the entitlement: " + year, fact.entitlement(),
                earned.getOrDefault(year, Money.ZERO));
    }
}
