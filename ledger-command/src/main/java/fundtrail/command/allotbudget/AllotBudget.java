package fundtrail.command.allotbudget;

import fundtrail.command.decide.OfBudgetYear;
import fundtrail.contract.DocumentRef;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.BudgetAllotted.Classification;
import fundtrail.contract.id.AllotmentId;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.FundSourceCode;
import fundtrail.contract.id.InstitutionId;
import fundtrail.contract.id.ProgrammeCode;
import java.time.LocalDate;

/** Allots authority of one source to an institution. Fields as in {@link fundtrail.contract.fact.BudgetAllotted}. */
public record AllotBudget(
        @MayBeAbsent LocalDate effectiveDate,
        @MayBeAbsent DocumentRef document,
        AllotmentId allotment,
        InstitutionId institution,
        DivisionCode division,
        FundSourceCode fundSource,
        ProgrammeCode programme,
        int budgetYear,
        Classification classification,
        Money amount)
        implements OfBudgetYear {}
