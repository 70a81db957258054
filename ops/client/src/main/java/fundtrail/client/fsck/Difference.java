package fundtrail.client.fsck;

import fundtrail.contract.MayBeAbsent;

/**
 * The ledger is not what it says: the first place where it shows.
 *
 * @param kind     what differs
 * @param position of the fact; −1 where it is no single fact's
 * @param where    the address, column, line, balance or identity
 * @param found    what the ledger answers
 * @param derived  what its bytes lead to
 */
public record Difference(Kind kind, long position, String where, @MayBeAbsent String found, @MayBeAbsent String derived) {
    /** What may differ, in the order in which it is looked at. Each has its own words: why it may be so, and what to do. */
    public enum Kind {
        CHECKPOINT,
        LEAF,
        TILE,
        ROOT,
        ENTRY,
        POSTING,
        IDENTITY,
        COLUMN,
        TAG,
        LINE,
        BALANCE
    }

    /** Stops the walk. */
    static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Difference difference;

        Found(Kind kind, long position, String where, Object found, Object derived) {
            super(kind + " " + where, null, false, false);
            this.difference = new Difference(kind, position, where, found == null ? null : found.toString(),
                    derived == null ? null : derived.toString());
        }

        Difference difference() {
            return difference;
        }
    }
}
