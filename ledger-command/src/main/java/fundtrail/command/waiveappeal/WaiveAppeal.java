package fundtrail.command.waiveappeal;

import fundtrail.command.decide.Command;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.ClawbackId;
import fundtrail.contract.id.InstitutionId;
import java.time.LocalDate;

/** The institution will not appeal against a claw-back. */
public record WaiveAppeal(@MayBeAbsent LocalDate effectiveDate, InstitutionId institution, ClawbackId clawback) implements Command {}
