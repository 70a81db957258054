package fundtrail.seal;

import fundtrail.proofs.Checkpoint;

/**
 * {@code LOG_FORKED}: what is in the database is not what was signed, with something added. It was set back, by a restore or
 * a failover, or facts in it were changed. Nothing is signed until people have found out which.
 */
public final class LogForked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How it shows. */
    public enum Kind {
        /** It holds fewer facts than were signed. */
        SHORTER,
        /** It holds as many, or more, and those that were signed are not all the same. */
        OTHER_FACTS
    }

    private final Kind kind;

    LogForked(Kind kind, Checkpoint signed, long size) {
        super(kind == Kind.SHORTER
                ? "LOG_FORKED: a checkpoint of %d facts was signed for %s, and the database holds %d.".formatted(signed.size(), signed.origin(), size)
                : "LOG_FORKED: a checkpoint of %d facts with root %s was signed for %s, and the first %d in the database are others."
                        .formatted(signed.size(), signed.root(), signed.origin(), signed.size()));
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
