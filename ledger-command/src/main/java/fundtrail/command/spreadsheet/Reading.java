package fundtrail.command.spreadsheet;

/** What reading a file came to: a table in which nothing is doubtful, or the faults that forbid to use any of it. */
public sealed interface Reading permits Table, Faults {

    /** The rows as they stand in the file, for {@link ErrorWorkbook}; empty if the file could not be opened. */
    Grid asRead();
}
