package fundtrail.command.evaluateperformance;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.EVALUATOR_CONFLICT;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;

import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.PerformanceEvaluated;
import fundtrail.contract.fact.RoleGranted;
import fundtrail.contract.formula.Coefficient;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.PersonRef;

public final class EvaluatePerformanceDecision {
    private EvaluatePerformanceDecision() {}

    public static Decision decide(EvaluatePerformance wish, Moment moment, Known known) {
        if (!known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        if (!known.rules().hasProgramme(wish.programme(), moment.effectiveDate())) {
            return refused(PROGRAMME_UNKNOWN, wish.programme()).with("date", moment.effectiveDate());
        }
        if (moment.hands().stream().anyMatch(hand -> isOf(hand, wish.institution(), known))) {
            return refused(EVALUATOR_CONFLICT, wish.institution());
        }
        InstitutionYear year = new InstitutionYear(wish.institution(), wish.programme(), wish.budgetYear());
        if (known.purchases().settlements().isFinal(year)) {
            return refused(SETTLEMENT_FINAL, year);
        }
        Coefficient rule = known.rules().purchasing(moment.effectiveDate()).coefficient();
        Fraction score = Coefficient.score(wish.indicators());
        return accepted(new PerformanceEvaluated(known.divisionOf(wish.institution()), wish.institution(), wish.programme(),
                wish.budgetYear(), wish.indicators(), score, rule, rule.of(score)));
    }

    /** Whether the person holds a role at the institution, or at one it goes on in. */
    private static boolean isOf(PersonRef person, InstitutionId institution, Known known) {
        return known.people().grantsOf(person).stream()
                .map(RoleGranted::institution)
                .anyMatch(at -> at != null && known.mergers().areOne(at, institution));
    }
}
