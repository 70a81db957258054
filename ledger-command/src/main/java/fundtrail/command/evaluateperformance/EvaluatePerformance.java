package fundtrail.command.evaluateperformance;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.PerformanceEvaluated;
import fundtrail.contract.formula.Coefficient.Indicator;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Records how well an institution worked in a year. What it is worth follows from the rule set in force. Fields as in
 * {@link PerformanceEvaluated}.
 *
 * @param indicators each once
 */
public record EvaluatePerformance(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        InstitutionId institution,
        ProgrammeCode programme,
        int budgetYear,
        List<Indicator> indicators)
        implements OfBudgetYear {
    public EvaluatePerformance {
        Form.budgetYear(budgetYear);
        Form.count("indicators", indicators, 1, 100);
        if (indicators != null) {
            Json.fits("indicators", indicators);
            Set<String> names = new HashSet<>();
            indicators.stream().filter(Objects::nonNull).forEach(one -> {
                Form.text("indicator", one.indicator(), 60);
                if (one.indicator() != null && !names.add(one.indicator())) {
                    throw new IllegalArgumentException("indicator " + one.indicator() + " stands in the list twice");
                }
            });
        }
    }
}
