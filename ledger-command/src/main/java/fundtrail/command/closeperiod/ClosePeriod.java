package fundtrail.command.closeperiod;

import fundtrail.command.decide.Command;
import fundtrail.contract.id.DivisionCode;
import fundtrail.contract.id.Period;

/** Closes a month of a division's books (结账). Months are closed one after the other. */
public record ClosePeriod(DivisionCode division, Period period) implements Command {}
