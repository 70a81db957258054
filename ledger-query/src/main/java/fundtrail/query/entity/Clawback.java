package fundtrail.query.entity;

import fundtrail.contract.Account;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.ClaimAmount;
import fundtrail.contract.fact.DeterminedClaim;
import fundtrail.contract.fact.Instalment;
import fundtrail.contract.id.CaseId;
import fundtrail.contract.id.ClaimId;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A claw-back, and what each of its terms has come to in each source. Always
 * determined + refund granted = recovered + offset + reduced + written off + outstanding, and
 * recovered + offset = restored + refunded + held.
 *
 * @param institution  whose claims they are
 * @param owedBy       its legal successor, which owes it now; absent where it was not merged
 * @param claims       what was determined, claim by claim
 * @param reduced      what appeals took away again, claim by claim
 * @param determinedOn the day it counts from
 * @param dueOn        the last day to pay it, by the last demand
 * @param demandedOn   the day the first demand was recorded on, from which the time to appeal runs; absent before it
 * @param stay         whether the pending appeal stays offsets
 * @param plan         the instalments agreed last; empty where none were
 * @param bySource     in ascending order of the sources' codes
 * @param steps        the facts that made it what it is, first to last
 */
public record Clawback(
        ClawbackId clawback,
        CaseId caseId,
        DivisionCode division,
        InstitutionId institution,
        @MayBeAbsent InstitutionId owedBy,
        ProgrammeCode programme,
        int budgetYear,
        List<DeterminedClaim> claims,
        List<ClaimAmount> reduced,
        LocalDate determinedOn,
        LocalDate dueOn,
        @MayBeAbsent LocalDate demandedOn,
        Appeal appeal,
        boolean stay,
        List<Instalment> plan,
        List<ClawbackOfSource> bySource,
        List<ClawbackStep> steps) {

    /** Where its appeal stands. */
    public enum Appeal {
        NONE,
        PENDING,
        DECIDED,
        WAIVED
    }

    /** What can happen to an amount; written off is net of what was reinstated, restored net of what came back. */
    public enum Term {
        DETERMINED,
        REDUCED,
        REFUND_GRANTED,
        RECOVERED,
        OFFSET,
        WRITTEN_OFF,
        REFUNDED,
        RESTORED_TO_TREASURY,
        RETURNED_TO_UPPER_LEVEL,
        RETURNED_TO_INSURANCE,
        RESTORED_TO_RESERVE
    }

    /** What a fact moved. */
    public record MovedTerm(Term term, FundSourceCode fundSource, Money amount) {}

    /** A fact of its life. */
    public record ClawbackStep(String type, long position, LocalDate effectiveDate, List<MovedTerm> moved) {
        public ClawbackStep {
            moved = List.copyOf(moved);
        }
    }

    /**
     * What stands in one source.
     *
     * @param counter             the account it was determined against
     * @param reduced             taken away by appeals, outstanding or not
     * @param refundGranted       the part of it that the institution had given back already
     * @param restoredToTreasury  to the allotment or the treasury
     * @param restored            all that went back to where it came from
     * @param outstanding         still owed
     * @param refundDue           granted and not yet refunded
     * @param held                come in, and neither restored nor refunded
     */
    public record ClawbackOfSource(
            FundSourceCode fundSource,
            Account counter,
            Money determined,
            Money reduced,
            Money refundGranted,
            Money recovered,
            Money offset,
            Money writtenOff,
            Money refunded,
            Money restoredToTreasury,
            Money returnedToUpperLevel,
            Money returnedToInsurance,
            Money restoredToReserve,
            Money restored,
            Money outstanding,
            Money refundDue,
            Money held) {

        /** From what each term has come to; what is absent is 0.00. */
        static ClawbackOfSource of(FundSourceCode fundSource, Account counter, Map<Term, Money> terms) {
            Money in = of(terms, Term.RECOVERED).plus(of(terms, Term.OFFSET));
            Money restored = of(terms, Term.RESTORED_TO_TREASURY).plus(of(terms, Term.RETURNED_TO_UPPER_LEVEL))
                    .plus(of(terms, Term.RETURNED_TO_INSURANCE)).plus(of(terms, Term.RESTORED_TO_RESERVE));
            Money granted = of(terms, Term.REFUND_GRANTED);
            return new ClawbackOfSource(fundSource, counter, of(terms, Term.DETERMINED), of(terms, Term.REDUCED), granted,
                    of(terms, Term.RECOVERED), of(terms, Term.OFFSET), of(terms, Term.WRITTEN_OFF), of(terms, Term.REFUNDED),
                    of(terms, Term.RESTORED_TO_TREASURY), of(terms, Term.RETURNED_TO_UPPER_LEVEL), of(terms, Term.RETURNED_TO_INSURANCE),
                    of(terms, Term.RESTORED_TO_RESERVE), restored,
                    of(terms, Term.DETERMINED).plus(granted).minus(in).minus(of(terms, Term.REDUCED)).minus(of(terms, Term.WRITTEN_OFF)),
                    granted.minus(of(terms, Term.REFUNDED)),
                    in.minus(restored).minus(of(terms, Term.REFUNDED)));
        }

        private static Money of(Map<Term, Money> terms, Term term) {
            return terms.getOrDefault(term, Money.ZERO);
        }
    }

    public Clawback {
        claims = List.copyOf(claims);
        reduced = List.copyOf(reduced);
        plan = List.copyOf(plan);
        bySource = List.copyOf(bySource);
        steps = List.copyOf(steps);
    }

    public Money outstanding() {
        return Money.sum(bySource.stream().map(ClawbackOfSource::outstanding).toList());
    }

    /**
     * What of the outstanding is due when: by the plan, the earliest instalments taken as paid first by whatever came in or went
     * off since; what no plan covers, on the last day of the demand.
     */
    public List<Instalment> stillDue() {
        Money left = outstanding();
        List<Instalment> due = new ArrayList<>();
        for (int i = plan.size() - 1; i >= 0 && left.isPositive(); i--) {
            Money amount = plan.get(i).amount().covers(left) ? left : plan.get(i).amount();
            due.addFirst(new Instalment(plan.get(i).dueOn(), amount));
            left = left.minus(amount);
        }
        if (left.isPositive()) {
            due.addFirst(new Instalment(dueOn, left));
        }
        return due;
    }

    /** What is clawed back of a claim, less what appeals took away. */
    public Money of(ClaimId claim) {
        return determinedOf(claim).minus(
                Money.sum(reduced.stream().filter(one -> one.claim().equals(claim)).map(ClaimAmount::amount).toList()));
    }

    public Money determinedOf(ClaimId claim) {
        return Money.sum(claims.stream().filter(one -> one.claim().equals(claim)).map(DeterminedClaim::amount).toList());
    }

    /** A demand made again names another last day to pay, and gives no more time to appeal. */
    public Clawback demanded(LocalDate on, LocalDate due) {
        return new Clawback(clawback, caseId, division, institution, owedBy, programme, budgetYear, claims, reduced, determinedOn, due,
                demandedOn == null ? on : demandedOn, appeal, stay, plan, bySource, steps);
    }

    public Clawback appeal(Appeal stands, boolean stays) {
        return new Clawback(clawback, caseId, division, institution, owedBy, programme, budgetYear, claims, reduced, determinedOn, dueOn, demandedOn,
                stands, stays, plan, bySource, steps);
    }

    public Clawback reducedBy(List<ClaimAmount> more) {
        List<ClaimAmount> all = new ArrayList<>(reduced);
        all.addAll(more);
        return new Clawback(clawback, caseId, division, institution, owedBy, programme, budgetYear, claims, all, determinedOn, dueOn, demandedOn,
                appeal, stay, plan, bySource, steps);
    }

    /** By a new agreement, which counts instead of the one before. */
    public Clawback agreed(List<Instalment> instalments) {
        return new Clawback(clawback, caseId, division, institution, owedBy, programme, budgetYear, claims, reduced, determinedOn, dueOn, demandedOn,
                appeal, stay, instalments, bySource, steps);
    }

    /** The institution was merged: what is owed stands in its successor's name. */
    public Clawback goesOver(InstitutionId successor) {
        return new Clawback(clawback, caseId, division, institution, successor, programme, budgetYear, claims, reduced, determinedOn, dueOn,
                demandedOn, appeal, stay, plan, bySource, steps);
    }

    /** Whether it is of an institution's claims, or owed by it. */
    public boolean concerns(InstitutionId one) {
        return one.equals(institution) || one.equals(owedBy);
    }

    /** After a fact, with what each source has come to by it. */
    public Clawback after(ClawbackStep step, List<ClawbackOfSource> sources) {
        List<ClawbackStep> all = new ArrayList<>(steps);
        all.add(step);
        return new Clawback(clawback, caseId, division, institution, owedBy, programme, budgetYear, claims, reduced, determinedOn, dueOn, demandedOn,
                appeal, stay, plan, sources, all);
    }

    /** What each term has come to in a source. */
    public static ClawbackOfSource total(FundSourceCode fundSource, Account counter, Map<Term, Money> terms) {
        return ClawbackOfSource.of(fundSource, counter, terms);
    }
}
