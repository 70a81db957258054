package fundtrail.load.hammer;

import java.time.LocalDate;
import java.util.Map;

/** What a ledger says of itself to whoever may read it. */
interface Books {
    /** The last position worked in. @param after the position that must have been */
    long head(long after);

    /** The stored bytes of a fact, and the leaf hash that is shown with them. */
    Stored stored(long position);

    /** Bytes as text in UTF-8, and a hash in hex. */
    record Stored(String entry, String leafHash) {}

    /** Debit less credit of each account of the source, in fen; none that is 0. */
    Map<String, Long> balances(LocalDate effective, long known);

    /** Whether the trial balance says of itself that it balances. */
    boolean isBalanced(LocalDate effective, long known);
}
