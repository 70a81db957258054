package fundtrail.query.entity;

import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetApproved.SourceAmount;
import fundtrail.contract.fact.EntitlementComputed.ByEquivalents;
import fundtrail.contract.fact.EntitlementComputed.ByHeads;
import fundtrail.contract.fact.EntitlementComputed.Method;
import fundtrail.contract.formula.Coefficient;
import fundtrail.contract.formula.Coefficient.Indicator;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.SettlementOfSource;
import fundtrail.contract.id.AgreementId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An institution's part in a programme and budget year, from its agreement to its settlement and what the institution
 * says of it.
 *
 * @param agreement   the agreement for the year; absent while there is none
 * @param evaluation  the last one; absent before the first
 * @param entitlement the one computed last; absent before the first
 * @param plan        what bears it by the plan in force; empty before there is one
 * @param revision    of the settlement; 0 before the first
 * @param bySource    what the last revision found
 * @param refunded    all refunds so far, source by source
 * @param dispute     why the institution disagrees; absent unless it does
 * @param steps       the facts that made it what it is, first to last
 */
public record Settlement(
        DivisionCode division,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        @MayBeAbsent AgreementId agreement,
        @MayBeAbsent Evaluation evaluation,
        @MayBeAbsent Entitlement entitlement,
        List<PlanLine> plan,
        State state,
        int revision,
        List<SettlementOfSource> bySource,
        List<SourceAmount> refunded,
        Answered answered,
        @MayBeAbsent String dispute,
        List<Passed> steps) {

    /** How far it is. */
    public enum State {
        /** No revision was finalized. */
        UNSETTLED,
        /** The last revision stands. */
        FINAL,
        /** It was reopened; the next revision will post the differences. */
        REOPENED
    }

    /** What the institution says of the last revision. */
    public enum Answered {
        NOTHING,
        CONFIRMED,
        DISPUTED
    }

    /** How well the institution worked. */
    public record Evaluation(List<Indicator> indicators, Fraction score, Coefficient rule, Fraction coefficient) {}

    /** What it earned: the steps of its method, exact; then rounded once. */
    public record Entitlement(
            Method method, @MayBeAbsent ByEquivalents equivalents, @MayBeAbsent ByHeads capitation, Fraction exact, Money entitlement) {}

    /** A fact of its life. */
    public record Passed(String type, long position, LocalDate effectiveDate) {}

    /** The id of an institution's year. */
    public static String id(InstitutionId institution, ProgrammeCode programme, int budgetYear) {
        return institution + "/" + programme + "/" + budgetYear;
    }

    /** Before anything of it is known. */
    public static Settlement none(DivisionCode division, InstitutionId institution, ProgrammeCode programme, int budgetYear) {
        return new Settlement(division, institution, programme, budgetYear, null, null, null, List.of(), State.UNSETTLED, 0,
                List.of(), List.of(), Answered.NOTHING, null, List.of());
    }

    public Settlement agreed(AgreementId signed) {
        return new Settlement(division, institution, programme, budgetYear, signed, evaluation, entitlement, plan, state, revision,
                bySource, refunded, answered, dispute, steps);
    }

    public Settlement evaluated(Evaluation now) {
        return new Settlement(division, institution, programme, budgetYear, agreement, now, entitlement, plan, state, revision,
                bySource, refunded, answered, dispute, steps);
    }

    public Settlement earned(Entitlement now) {
        return new Settlement(division, institution, programme, budgetYear, agreement, evaluation, now, plan, state, revision,
                bySource, refunded, answered, dispute, steps);
    }

    public Settlement planned(List<PlanLine> lines) {
        return new Settlement(division, institution, programme, budgetYear, agreement, evaluation, entitlement, lines, state, revision,
                bySource, refunded, answered, dispute, steps);
    }

    public Settlement settled(int revision, List<SettlementOfSource> bySource) {
        return new Settlement(division, institution, programme, budgetYear, agreement, evaluation, entitlement, plan, State.FINAL,
                revision, bySource, refunded, Answered.NOTHING, null, steps);
    }

    public Settlement reopened() {
        return new Settlement(division, institution, programme, budgetYear, agreement, evaluation, entitlement, plan, State.REOPENED,
                revision, bySource, refunded, answered, dispute, steps);
    }

    public Settlement refunded(List<SourceAmount> all) {
        return new Settlement(division, institution, programme, budgetYear, agreement, evaluation, entitlement, plan, state, revision,
                bySource, all, answered, dispute, steps);
    }

    public Settlement answered(Answered answer, String why) {
        return new Settlement(division, institution, programme, budgetYear, agreement, evaluation, entitlement, plan, state, revision,
                bySource, refunded, answer, why, steps);
    }

    public Settlement after(Passed step) {
        List<Passed> more = new ArrayList<>(steps);
        more.add(step);
        return new Settlement(division, institution, programme, budgetYear, agreement, evaluation, entitlement, plan, state, revision,
                bySource, refunded, answered, dispute, List.copyOf(more));
    }
}
