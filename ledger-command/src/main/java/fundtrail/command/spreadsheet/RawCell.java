package fundtrail.command.spreadsheet;

/** A cell before anything is judged. */
sealed interface RawCell {

    RawCell NOTHING = new Text("");

    /** What a person is shown as the cell's content. */
    String shown();

    default boolean isBlank() {
        return shown().isBlank();
    }

    record Text(String shown) implements RawCell { }

    /** @param raw the number as the file writes it, with at most 17 significant digits and perhaps an exponent */
    record Number(String raw) implements RawCell {
        @Override
        public String shown() {
            return ExcelNumber.of(raw) instanceof ExcelNumber.Exact(String text) ? text : raw;
        }
    }

    /** A number shown as a date or a time. */
    record Date(String shown) implements RawCell { }

    /** @param result the value that the programme which wrote the file had computed; may be out of date */
    record Formula(String formula, String result) implements RawCell {
        @Override
        public String shown() {
            return "=" + formula;
        }
    }

    /** A truth value or an error. */
    record Other(String shown) implements RawCell { }
}
