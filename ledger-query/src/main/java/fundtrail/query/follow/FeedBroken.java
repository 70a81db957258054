package fundtrail.query.follow;

/** The feed is not the continuation of what was worked in. Only a person can say what happened, so the follower stops. */
public final class FeedBroken extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** The feed ends before our mark: a backup was restored, or facts are gone. */
        SHORTER_THAN_BEFORE,
        /** At our mark stands another fact: a backup was restored and written on, or a fact was altered. */
        OTHER_FACT_AT_MARK,
        /** A position is missing or out of order. */
        NOT_DENSE,
        /** An entry's bytes do not give its leaf hash. */
        WRONG_LEAF_HASH
    }

    private final Kind kind;

    FeedBroken(Kind kind, String detail) {
        super(kind + ": " + detail + " Nothing of it was worked in. Compare the ledger with a checkpoint kept outside; if the"
                + " ledger is right, rebuild the reading side from position 0, if not, restore the ledger.");
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
