package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.formula.Entitlement;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ReportId;
import fundtrail.contract.id.ScheduleId;
import java.util.List;
import java.util.Set;

/**
 * 应得额计算: what an institution's year has earned, recomputed from what is stored. The last one of an institution,
 * programme and budget year counts.
 *
 * @param equivalents the steps where work is paid by equivalents; else absent
 * @param capitation  the steps where heads are paid for; else absent
 * @param exact       yuan, exact
 * @param entitlement the same, half-up to the fen: rounded once, here
 */
public record EntitlementComputed(
        DivisionCode division,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        Method method,
        @MayBeAbsent ByEquivalents equivalents,
        @MayBeAbsent ByHeads capitation,
        Fraction exact,
        Money entitlement)
        implements Fact {

    /** What is paid for. */
    public enum Method {
        /** c · u · W (方案：年度服务总当量、单位财政购买标准). */
        EQUIVALENTS,
        /** heads · rate · months ÷ 12 (按人头付费). */
        CAPITATION
    }

    /**
     * c · u · W.
     *
     * @param reports      the reports that stand for the year, in ascending order of their ids; together at most 24 KiB
     * @param schedule     by which all of them are weighed, and the unit standard was made
     * @param takenOut     work in them that was clawed back before the year was settled, which earns nothing; absent where none was
     * @param total        W, what they add up to without it
     * @param unitStandard u as published
     * @param coefficient  c of the year's evaluation
     */
    public record ByEquivalents(
            List<ReportId> reports,
            ScheduleId schedule,
            @MayBeAbsent Fraction takenOut,
            Fraction total,
            Fraction unitStandard,
            Fraction coefficient) {
        public ByEquivalents {
            reports = List.copyOf(reports);
            Json.fits("reports", reports);
        }

        public Fraction exact() {
            return Entitlement.ofEquivalents(coefficient, unitStandard, total);
        }
    }

    /**
     * heads · rate · months ÷ 12.
     *
     * @param rate   yuan for a head and a year
     * @param months 1 to 12
     */
    public record ByHeads(long headcount, Money rate, int months) {
        public ByHeads {
            if (headcount < 0 || rate == null || !rate.isPositive() || months < 1 || months > 12) {
                throw new IllegalArgumentException("capitation is paid for 0 heads or more, at a rate above 0.00, for 1 to 12 months");
            }
        }

        public Fraction exact() {
            return Entitlement.ofHeads(headcount, rate, months);
        }
    }

    public EntitlementComputed {
        if ((method == Method.EQUIVALENTS) != (equivalents != null) || (method == Method.CAPITATION) != (capitation != null)) {
            throw new IllegalArgumentException("an entitlement shows the steps of its method, and no others");
        }
        Fraction recomputed = equivalents != null ? equivalents.exact() : capitation.exact();
        if (!recomputed.equals(exact) || !exact.toMoney().equals(entitlement)) {
            throw new IllegalArgumentException("the steps give " + recomputed + ", not " + exact + " and " + entitlement);
        }
    }

    @Override
    public Set<Tag> tags() {
        Tags tags = Tags.of(Tags.INSTITUTION, institution).and(Tags.PROGRAMME, programme);
        if (equivalents != null) {
            equivalents.reports().forEach(report -> tags.and(Tags.REPORT, report));
        }
        return tags.set();
    }
}
