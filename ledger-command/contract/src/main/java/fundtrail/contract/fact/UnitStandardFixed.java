package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.formula.Equivalents;
import fundtrail.contract.formula.Equivalents.Quantity;
import fundtrail.contract.formula.UnitStandard;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ScheduleId;
import java.util.List;
import java.util.Set;

/**
 * 付费标准确定: yuan for one standardised work equivalent, u = P ÷ W (方案：单位标化工作当量财政付费标准). The last one of a
 * division, programme and budget year counts; each after the first names its reason.
 *
 * @param pool             P
 * @param schedule         the schedule the weights are taken from
 * @param baselineYear     whose quantities W is made of
 * @param baseline         the quantities of that year, each item once; together at most 24 KiB as JSON
 * @param totalEquivalents W = Σ weight · quantity
 * @param exact            u, exact
 * @param places           decimal places it is published with, 0 to 8
 * @param published        u as published, half-up: what is paid with
 * @param residual         P − published · W, in yuan: what the pool leaves over; negative where it falls short
 * @param reason           absent for the first of a year, and only then
 */
public record UnitStandardFixed(
        DivisionCode division,
        ProgrammeCode programme,
        int budgetYear,
        Money pool,
        ScheduleId schedule,
        int baselineYear,
        List<Quantity> baseline,
        Fraction totalEquivalents,
        Fraction exact,
        int places,
        Fraction published,
        Fraction residual,
        @MayBeAbsent Reason reason)
        implements Fact {

    /** Why a unit standard may change (方案：除项目成本增减、项目内容或医疗服务价格调整外原则上维持不变；总工作当量出现明显异动的可适当调整). */
    public enum Reason {
        COST_CHANGE,
        CONTENT_CHANGE,
        PRICE_CHANGE,
        VOLUME_ANOMALY
    }

    public UnitStandardFixed {
        baseline = List.copyOf(baseline);
        Json.fits("baseline quantities", baseline);
        UnitStandard recomputed = UnitStandard.of(pool, Equivalents.total(baseline), places);
        if (!recomputed.equals(new UnitStandard(pool, totalEquivalents, exact, places, published, residual))) {
            throw new IllegalArgumentException("the unit standard is not what its inputs give: " + recomputed);
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.PROGRAMME, programme).and(Tags.SCHEDULE, schedule).set();
    }
}
