package fundtrail.command.computeentitlement;

import static fundtrail.command.decide.Decision.accepted;
import static fundtrail.command.decide.Decision.refused;
import static fundtrail.command.decide.RefusalCode.CLAWED_BACK_SINCE;
import static fundtrail.command.decide.RefusalCode.EVALUATION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.FORMULA_DIFFERS;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_MERGED;
import static fundtrail.command.decide.RefusalCode.INSTITUTION_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.PAID_BY_WORK;
import static fundtrail.command.decide.RefusalCode.PROGRAMME_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.SCHEDULE_MISMATCH;
import static fundtrail.command.decide.RefusalCode.SETTLEMENT_FINAL;
import static fundtrail.command.decide.RefusalCode.UNIT_STANDARD_UNKNOWN;
import static fundtrail.command.decide.RefusalCode.VOLUMES_UNKNOWN;

import fundtrail.command.computeentitlement.ClawedBackSince.TakenTwice;
import fundtrail.command.decide.Decision;
import fundtrail.command.decide.Moment;
import fundtrail.command.known.InstitutionYear;
import fundtrail.command.known.Known;
import fundtrail.command.known.Volumes.Report;
import fundtrail.contract.Fraction;
import fundtrail.contract.fact.EntitlementComputed;
import fundtrail.contract.fact.EntitlementComputed.ByEquivalents;
import fundtrail.contract.fact.EntitlementComputed.Method;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import java.util.List;
import java.util.Optional;

public final class ComputeEntitlementDecision {
    private static final int FEN_PLACES = 2;

    private ComputeEntitlementDecision() {}

    public static Decision decide(ComputeEntitlement wish, Moment moment, Known known) {
        if (!known.institutions().has(wish.institution())) {
            return refused(INSTITUTION_UNKNOWN, wish.institution());
        }
        if (!known.rules().hasProgramme(wish.programme(), moment.effectiveDate())) {
            return refused(PROGRAMME_UNKNOWN, wish.programme()).with("date", moment.effectiveDate());
        }
        DivisionCode division = known.divisionOf(wish.institution());
        InstitutionYear year = new InstitutionYear(wish.institution(), wish.programme(), wish.budgetYear());
        boolean ofWork = wish.capitation() == null;
        UnitStandardFixed standard = known.purchases().standards().unitStandard(year.in(division));
        if (ofWork && standard == null) {
            return refused(UNIT_STANDARD_UNKNOWN, year.in(division));
        }
        List<Report> reports = known.purchases().volumes().standing(year);
        if (ofWork && reports.isEmpty()) {
            return refused(VOLUMES_UNKNOWN, year);
        }
        if (ofWork && known.purchases().entitlements().coefficient(year) == null) {
            return refused(EVALUATION_UNKNOWN, year);
        }
        InstitutionId successor = known.mergers().successorOf(wish.institution());
        if (successor != null) {
            return refused(INSTITUTION_MERGED, wish.institution()).with("into", successor);
        }
        Optional<Report> other = !ofWork ? Optional.empty()
                : reports.stream().filter(report -> !report.schedule().equals(standard.schedule())).findFirst();
        if (other.isPresent()) {
            return refused(SCHEDULE_MISMATCH, other.get().report())
                    .with("schedule", other.get().schedule())
                    .with("standard", standard.schedule());
        }
        if (!ofWork && (standard != null || known.purchases().standards().pool(year.in(division)) != null)) {
            return refused(PAID_BY_WORK, year.in(division)).with("institution", wish.institution());
        }
        if (known.purchases().settlements().isFinal(year)) {
            return refused(SETTLEMENT_FINAL, year);
        }
        ByEquivalents work = ofWork ? known.purchases().entitlements().work(year, year.in(division)) : null;
        Fraction exact = ofWork ? work.exact() : wish.capitation().exact();
        if (!exact.rounded(FEN_PLACES).equals(Fraction.yuan(wish.entitlement()))) {
            return refused(FORMULA_DIFFERS, "ENTITLEMENT").with("stated", wish.entitlement()).with("computed", exact.rounded(FEN_PLACES));
        }
        ClawedBackSince since = new ClawedBackSince(year, division, known);
        TakenTwice taken = since.by(wish.entitlement(), work);
        if (taken != null) {
            return refused(CLAWED_BACK_SINCE, year)
                    .with("settled", since.settled())
                    .with("amount", wish.entitlement())
                    .with("claim", taken.claim())
                    .with("clawback", taken.clawback())
                    .with("determined", taken.determined())
                    .with("paid", taken.paid());
        }
        return accepted(new EntitlementComputed(division, wish.institution(), wish.programme(), wish.budgetYear(),
                ofWork ? Method.EQUIVALENTS : Method.CAPITATION, work, wish.capitation(), exact, wish.entitlement()));
    }
}
