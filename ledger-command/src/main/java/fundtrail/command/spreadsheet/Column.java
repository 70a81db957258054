package fundtrail.command.spreadsheet;

/**
 * A column that a file must or may have.
 *
 * @param header   its header as the bureau's files write it
 * @param english  its name in English, accepted as a header too
 * @param kind     how its cells are read
 * @param required whether the file must have it and every row must fill it
 */
public record Column(String header, String english, Kind kind, boolean required) {

    /** How the cells of a column are read. */
    public enum Kind {
        /** Words, kept exactly as written. */
        TEXT,
        /** An identifier that is compared character by character: no spaces and no full-width characters. */
        CODE,
        /** Yuan as a plain decimal. How many decimals are allowed is for the reader of the table to say. */
        AMOUNT
    }

    public Column {
        if (header.isBlank() || english.isBlank()) {
            throw new IllegalArgumentException("a column has a header and an English name");
        }
    }
}
