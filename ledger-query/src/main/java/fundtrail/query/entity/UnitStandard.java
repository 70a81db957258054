package fundtrail.query.entity;

import fundtrail.contract.DocumentRef;
import fundtrail.contract.Fraction;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.Money;
import fundtrail.contract.fact.UnitStandardFixed;
import fundtrail.contract.fact.UnitStandardFixed.Reason;
import fundtrail.contract.formula.Equivalents.Quantity;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.ProgrammeCode;
import fundtrail.contract.id.ScheduleId;
import java.util.List;

/** What a work equivalent is paid in a year, as last fixed. Parts as in {@link UnitStandardFixed}. */
public record UnitStandard(
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
        @MayBeAbsent Reason reason,
        @MayBeAbsent DocumentRef document) {}
