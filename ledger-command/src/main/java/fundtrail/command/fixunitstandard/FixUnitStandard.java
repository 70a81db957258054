package fundtrail.command.fixunitstandard;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Fraction;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.fact.UnitStandardFixed.Reason;
import fundtrail.contract.formula.Figures;
import fundtrail.contract.formula.UnitStandard;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ItemCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ScheduleId;
import java.time.LocalDate;
import java.util.List;

/**
 * Fixes what one standardised work equivalent is paid (单位标化工作当量财政付费标准), from the pool determined last and the
 * quantities of a baseline year. Fields as in {@link UnitStandardFixed}.
 *
 * @param baseline  each item of the schedule at most once; at most 10 KiB as JSON
 * @param places    decimal places of the published figure, 0 to 8; absent: as the rule set says
 * @param published the figure of the document; the ledger computes it again
 * @param reason    needed for every unit standard of the year but the first
 */
public record FixUnitStandard(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        ProgrammeCode programme,
        int budgetYear,
        ScheduleId schedule,
        int baselineYear,
        List<Baseline> baseline,
        @MayBeAbsent Integer places,
        Fraction published,
        @MayBeAbsent Reason reason)
        implements OfBudgetYear {

    /** With the weight that the fact puts beside each quantity they still fit it. */
    private static final int MOST_BYTES = 10 * 1024;

    /** What was done of one item in the baseline year, above 0. */
    public record Baseline(ItemCode item, Fraction quantity) {
        public Baseline {
            Figures.positive("quantity of item " + item, quantity);
        }
    }

    public FixUnitStandard {
        Form.budgetYear(budgetYear);
        Form.between("baselineYear", baselineYear, 1949, budgetYear);
        Form.count("baseline", baseline, 1, 1000);
        if (baseline != null) {
            Json.fits("baseline", baseline, MOST_BYTES);
        }
        if (places != null) {
            Form.between("places", places, 0, UnitStandard.MOST_PLACES);
        }
    }
}
