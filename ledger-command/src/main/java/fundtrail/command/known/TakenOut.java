package fundtrail.command.known;

import fundtrail.command.known.Volumes.Report;
import fundtrail.command.memory.Form;
import fundtrail.command.memory.Memory;
import fundtrail.command.memory.Table;
import fundtrail.contract.Account;
import fundtrail.contract.Fraction;
import fundtrail.contract.Money;
import fundtrail.contract.fact.AppealDecided;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.fact.ClawbackDetermined;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.ItemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Work that was clawed back out of advances, before its year was settled: it earns nothing, and what an appeal gives back
 * earns again. A claim clawed back in part is taken out in that part.
 */
public final class TakenOut {
    /** Of a claim, what is clawed back, appeals aside, and the part of its work that is. */
    private record Part(ClaimId claim, ClawbackId clawback, Money amount, Money paid) {}

    private final Table<InstitutionYear, List<Part>> parts;
    private final Volumes volumes;
    private final Standards standards;

    TakenOut(Memory memory, Volumes volumes, Standards standards) {
        parts = new Table<>(memory, "takenOut", Form.json(InstitutionYear.class), Form.list(Part.class));
        this.volumes = volumes;
        this.standards = standards;
    }

    /** What of the claim was clawed back out of advances, and no appeal gave back. */
    public Money amount(InstitutionYear year, ClaimId claim) {
        return Money.sum(parts.getOrDefault(year, List.of()).stream().filter(one -> one.claim().equals(claim)).map(Part::amount).toList());
    }

    /** The part of the claim's work that earns nothing, 0 to 1. */
    public Fraction part(InstitutionYear year, ClaimId claim) {
        return parts.getOrDefault(year, List.of()).stream()
                .filter(one -> one.claim().equals(claim) && one.paid().isPositive())
                .map(one -> Fraction.yuan(one.amount()).over(Fraction.yuan(one.paid())))
                .reduce(Fraction.ZERO, Fraction::plus)
                .min(Fraction.ONE);
    }

    /** The equivalents of the year's standing reports that earn nothing. */
    public Fraction equivalents(InstitutionYear year) {
        Fraction sum = Fraction.ZERO;
        for (ClaimId claim : parts.getOrDefault(year, List.of()).stream().map(Part::claim).distinct().toList()) {
            Report report = volumes.reportOf(claim);
            if (report != null && report.stands()) {
                sum = sum.plus(equivalents(report, claim).times(part(year, claim)));
            }
        }
        return sum;
    }

    private Fraction equivalents(Report report, ClaimId claim) {
        Map<ItemCode, Fraction> weights = Standards.weights(standards.schedule(report.schedule()));
        return volumes.rows(report).stream()
                .filter(row -> row.claim().equals(claim))
                .map(row -> weights.get(row.item()).times(row.quantity()))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    void merged(Merger merger) {
        parts.rename(merger::of, (there, more) -> Stream.concat(there.stream(), more.stream()).toList());
    }

    void determined(ClawbackDetermined fact) {
        if (fact.bySource().stream().anyMatch(one -> one.counter() == Account.ADVANCES)) {
            InstitutionYear year = new InstitutionYear(fact.institution(), fact.programme(), fact.budgetYear());
            List<Part> more = new ArrayList<>(parts.getOrDefault(year, List.of()));
            fact.claims().forEach(one -> more.add(new Part(one.claim(), fact.clawback(), one.amount(), one.paid())));
            parts.put(year, List.copyOf(more));
        }
    }

    void reduced(InstitutionYear year, AppealDecided fact) {
        if (parts.has(year)) {
            parts.put(year, parts.get(year).stream().map(part -> part.clawback().equals(fact.clawback()) ? less(part, fact) : part).toList());
        }
    }

    private static Part less(Part part, AppealDecided fact) {
        Money back = Money.sum(fact.claims().stream().filter(one -> one.claim().equals(part.claim())).map(ClaimAmount::amount).toList());
        return new Part(part.claim(), part.clawback(), part.amount().minus(back), part.paid());
    }
}
