package fundtrail.command.known;

import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Account;
import fundtrail.contract.Entry;
import fundtrail.contract.Purse;
import fundtrail.contract.fact.InstitutionMerged;
import fundtrail.contract.fact.InstitutionMergedRows;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.InstitutionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Which institution goes on in which, and what goes over with it: allotments, claw-backs, charges and draws; of a year not
 * settled, its work and its part in the plan as well. A year that is settled stays as it was, in the name of who earned it.
 */
public final class Mergers implements Room {
    private final Table<InstitutionId, InstitutionId> successors;
    private final Table<InstitutionId, List<InstitutionId>> predecessors;
    private final Table<AllotmentId, Allotment> allotments;
    private final Balances balances;
    private final Ceilings ceilings;
    private final Years years;
    private final RiskReserve riskReserve;
    private final Purchases purchases;
    private final Recoveries recoveries;

    Mergers(Memory memory, Table<AllotmentId, Allotment> allotments, Balances balances, Ceilings ceilings, Years years, RiskReserve riskReserve,
            Purchases purchases, Recoveries recoveries) {
        successors = new Table<>(memory, "successors", Forms.INSTITUTION, Forms.INSTITUTION);
        predecessors = new Table<>(memory, "predecessors", Forms.INSTITUTION, Form.list(InstitutionId.class));
        this.allotments = allotments;
        this.balances = balances;
        this.ceilings = ceilings;
        this.years = years;
        this.riskReserve = riskReserve;
        this.purchases = purchases;
        this.recoveries = recoveries;
    }

    /** The institution it was merged into, or {@code null} while it goes on itself. */
    public InstitutionId successorOf(InstitutionId institution) {
        return successors.get(institution);
    }

    /** All that are one legal person by now, this institution among them: what stands against one, stands against all. */
    public List<InstitutionId> legalPersonOf(InstitutionId institution) {
        InstitutionId last = last(institution);
        List<InstitutionId> all = new ArrayList<>(List.of(last));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(predecessors.getOrDefault(all.get(i), List.of()));
        }
        return List.copyOf(all);
    }

    /** Whether both are one legal person by now. */
    public boolean areOne(InstitutionId one, InstitutionId other) {
        return last(one).equals(last(other));
    }

    /** The institution in which it goes on by now: itself, unless it was merged. */
    public InstitutionId last(InstitutionId institution) {
        InstitutionId last = institution;
        for (InstitutionId next = last; next != null; next = successors.get(next)) {
            last = next;
        }
        return last;
    }

    /** The years in which the institution worked, was paid ahead or was settled, by programme and year. */
    public List<InstitutionYear> yearsOf(InstitutionId institution) {
        TreeSet<InstitutionYear> all = new TreeSet<>(
                Comparator.comparing((InstitutionYear year) -> year.programme().value()).thenComparing(InstitutionYear::budgetYear));
        all.addAll(purchases.yearsOf(institution));
        balances.fund(Account.ADVANCES).keySet().stream()
                .filter(purse -> purse.institution().equals(institution))
                .forEach(purse -> all.add(new InstitutionYear(institution, purse.programme(), purse.budgetYear())));
        return List.copyOf(all);
    }

    @Override
    public boolean fold(Entry entry) {
        switch (entry.fact()) {
            // Its lines are in the balances; what follows from them follows with the fact that closes them.
            case InstitutionMergedRows part -> { }
            case InstitutionMerged fact -> fold(fact);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void fold(InstitutionMerged fact) {
        Merger merger = new Merger(fact.from(), fact.into(), year -> purchases.settlements().of(year) != null);
        successors.put(fact.from(), fact.into());
        List<InstitutionId> more = new ArrayList<>(predecessors.getOrDefault(fact.into(), List.of()));
        more.add(fact.from());
        predecessors.put(fact.into(), List.copyOf(more));
        for (Allotment one : List.copyOf(allotments.values())) {
            if (fact.from().equals(one.institution())) {
                allotments.put(one.id(), one.of(fact.into()));
            }
        }
        ceilings.merged(merger);
        years.merged(merger);
        borne(merger);
        riskReserve.merged(merger);
        purchases.merged(merger);
        recoveries.merged(merger);
    }

    /** What bore a settled year of the institution that ends bears nothing of its successor's. */
    private void borne(Merger merger) {
        for (InstitutionYear year : yearsOf(merger.from())) {
            Settlements.Settlement settlement = purchases.settlements().of(year);
            if (settlement != null) {
                settlement.bySource().forEach(one -> ceilings.usedOtherwise(Purse.of(settlement.division(), year.budgetYear(), one.fundSource())
                        .of(merger.into(), year.programme()), one.entitlement()));
            }
        }
    }
}
