package fundtrail.command.decide;

import fundtrail.contract.DocumentRef;
import java.time.LocalDate;

/** A wish in the imperative: what its author asks the ledger to record. A record of value types, read from JSON. */
public interface Command {
    /** When it shall count; {@code null} for the day it is decided on. */
    default LocalDate effectiveDate() {
        return null;
    }

    /** The document it rests on; {@code null} where none was named. */
    default DocumentRef document() {
        return null;
    }
}
