package fundtrail.contract.fact;

import fundtrail.contract.Fact;
import fundtrail.contract.Fraction;
import fundtrail.contract.Json;
import fundtrail.contract.Tag;
import fundtrail.contract.Tags;
import fundtrail.contract.Text;
import fundtrail.contract.formula.Coefficient;
import fundtrail.contract.formula.Coefficient.Indicator;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.util.List;
import java.util.Set;

/**
 * 绩效评价: how well an institution worked in a year, and what part of the money that is worth. The last one of an
 * institution, programme and budget year counts.
 *
 * @param indicators each once, with its weight and score; together at most 24 KiB as JSON
 * @param score      their mean by weight, exact
 * @param rule       how the score becomes a coefficient, by the rule set in force
 * @param coefficient what the rule makes of the score
 */
public record PerformanceEvaluated(
        DivisionCode division,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        List<Indicator> indicators,
        Fraction score,
        Coefficient rule,
        Fraction coefficient)
        implements Fact {
    public PerformanceEvaluated {
        indicators = List.copyOf(indicators);
        indicators.forEach(one -> Text.required("indicator", one.indicator(), 60));
        if (indicators.isEmpty() || indicators.stream().map(Indicator::indicator).distinct().count() < indicators.size()) {
            throw new IllegalArgumentException("an evaluation has indicators, each once");
        }
        Json.fits("indicators", indicators);
        if (!Coefficient.score(indicators).equals(score) || !rule.of(score).equals(coefficient)) {
            throw new IllegalArgumentException("score " + score + " and coefficient " + coefficient + " are not what the indicators give");
        }
    }

    @Override
    public Set<Tag> tags() {
        return Tags.of(Tags.INSTITUTION, institution).and(Tags.PROGRAMME, programme).set();
    }
}
