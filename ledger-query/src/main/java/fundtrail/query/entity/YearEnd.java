package fundtrail.query.entity;

import fundtrail.contract.id.DivisionCode;

/** That a budget year of a division is closed. With what it was closed stands in {@link ClosedYear}, which is the bureau's. */
public record YearEnd(DivisionCode division, int budgetYear) {}
