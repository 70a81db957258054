package fundtrail.command.executebatch;

import fundtrail.command.decide.Command;
import fundtrail.contract.MayBeAbsent;
import fundtrail.contract.id.BatchId;
import java.time.LocalDate;

/** Pays every row of an approved batch that is still to be paid (执行批次). */
public record ExecuteBatch(@MayBeAbsent LocalDate effectiveDate, BatchId batch) implements Command {}
