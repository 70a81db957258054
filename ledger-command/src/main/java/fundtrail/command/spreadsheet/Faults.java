package fundtrail.command.spreadsheet;

import java.util.List;

/**
 * Why a file is refused.
 *
 * @param faults at least one; those of the whole file first, then by row and column
 * @param asRead the rows as they stand in the file; empty if it could not be opened
 */
public record Faults(List<Fault> faults, Grid asRead) implements Reading {

    public Faults {
        faults = List.copyOf(faults);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("a refusal has a reason");
        }
    }
}
