package fundtrail.people;

/** A sealed column does not open. What it holds is not what was once sealed for this person and place. */
public final class SealBroken extends Exception {
    private static final long serialVersionUID = 1L;

    SealBroken(Column column, String person, Throwable why) {
        super("the column " + column.sql() + " of person " + person + " does not open: it was changed, or moved here from"
                + " another row or column, or sealed with another key", why);
    }
}
