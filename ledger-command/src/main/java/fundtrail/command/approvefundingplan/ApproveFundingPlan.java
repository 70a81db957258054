package fundtrail.command.approvefundingplan;

import fundtrail.command.decide.Form;
import fundtrail.command.decide.OfBudgetYear;
import fundtrail.command.known.ProgrammeYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.Json;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.formula.FundingPlan.Draw;
import fundtrail.contract.formula.FundingPlan.PlanLine;
import fundtrail.contract.formula.FundingPlan.Reallocation;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Approves which institution's entitlement is borne by which source. The ledger proposes one at
 * {@code GET /funding-plans/<division>/<programme>/<budget year>/proposal}; people may decide otherwise. Fields as in
 * {@link fundtrail.contract.fact.FundingPlanApproved}.
 *
 * @param revision     one more than the plan's in force, 1 for the first
 * @param planLines    all institutions with an entitlement, each with all that bears it
 * @param shortfall    as the ledger computes it, so that nobody signs without seeing it
 */
public record ApproveFundingPlan(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        DivisionCode division,
        ProgrammeCode programme,
        int budgetYear,
        int revision,
        List<PlanLine> planLines,
        List<Draw> draws,
        List<Reallocation> reallocations,
        Money shortfall)
        implements OfBudgetYear {
    public ApproveFundingPlan {
        Form.budgetYear(budgetYear);
        Form.between("revision", revision, 1, 9999);
        if (planLines != null && draws != null && reallocations != null) {
            Json.fits("planLines, draws and reallocations", Stream.of(planLines, draws, reallocations).<Object>flatMap(List::stream).toList());
            Form.sum("planLines", planLines, PlanLine::amount);
            Form.sum("draws", draws, Draw::amount);
            Form.sum("reallocations", reallocations, Reallocation::amount);
        }
    }

    ProgrammeYear year() {
        return new ProgrammeYear(division, programme, budgetYear);
    }
}
