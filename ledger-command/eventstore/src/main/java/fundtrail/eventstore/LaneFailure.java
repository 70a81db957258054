package fundtrail.eventstore;

import java.time.Duration;
import java.time.Instant;

/**
 * Why a wish got no decision, or its facts did not become durable. None of these is a refusal by the rules of the
 * application: those are values, or exceptions of its own.
 */
public abstract sealed class LaneFailure extends RuntimeException {

    private final boolean retryable;

    private LaneFailure(boolean retryable, String message, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** Whether the same wish, sent again later with the same key, may well succeed. */
    public final boolean retryable() {
        return retryable;
    }

    /** Too many wishes are waiting. Nothing was decided; send it again after a pause. */
    public static final class LaneFull extends LaneFailure {
        LaneFull(int capacity) {
            super(true, "The ledger is busy: " + capacity + " wishes are waiting already. Nothing was decided; send it again in a moment.", null);
        }
    }

    /** The wish's deadline passed while it was waiting. Nothing was decided. */
    public static final class DeadlinePassed extends LaneFailure {
        DeadlinePassed(Instant deadline) {
            super(true, "The wish was still waiting at its deadline, " + deadline + ". Nothing was decided; send it again with a later deadline.", null);
        }
    }

    /**
     * The facts of a decision, or facts it was judged on, did not become durable in time; state was taken back. The
     * group that was on its way may yet turn out to be committed: asking again with the same key tells.
     */
    public static final class GroupLost extends LaneFailure {

        private final boolean byAnother;

        private GroupLost(boolean byAnother, String message, Throwable cause) {
            super(true, message, cause);
            this.byAnother = byAnother;
        }

        static GroupLost toTheDatabase(Duration patience, Throwable cause) {
            return new GroupLost(false, "The ledger's database did not confirm within " + patience.toMillis()
                    + " ms. Whether the wish was recorded will show once it is back; send it again with the same key.", cause);
        }

        static GroupLost whileSuspended(Throwable cause) {
            return new GroupLost(false, "The ledger's database is unreachable, so nothing can be decided."
                    + " Send the wish again with the same key in a moment.", cause);
        }

        static GroupLost behind(AppendRefused other) {
            return new GroupLost(true, "This decision stood on facts that the database refused; it has to be taken anew.", other);
        }

        /** Nothing is wrong with this wish or the database: an earlier append was refused, so it can be decided anew at once. */
        boolean byAnother() {
            return byAnother;
        }
    }

    /** The database is there and cannot write. Nothing was recorded; the same wish succeeds once somebody has removed the cause. */
    public static final class Unwritable extends LaneFailure {

        /** What keeps the database from writing. */
        public enum Cause {
            /** Its disk is full (SQLSTATE 53100). */
            DISK_FULL,
            /** It is set to be read only, or is a standby that was not promoted (25006). */
            READ_ONLY,
            /** It is short of memory or another resource, or its disk fails (classes 53 and 58). */
            SHORT_OF_RESOURCES
        }

        private final Cause reason;

        Unwritable(GroupStore.Unwritable unwritable) {
            super(true, "The ledger's database cannot write: " + unwritable.getMessage() + ". Nothing was recorded;"
                    + " send the wish again with the same key when that is mended.", unwritable);
            this.reason = unwritable.reason();
        }

        public Cause reason() {
            return reason;
        }
    }

    /** Another node writes; this one stands by. */
    public static final class Standby extends LaneFailure {

        private final String active;

        Standby(String active) {
            super(true, "This node stands by; " + active + " writes this ledger. Send the wish to that node, with the same key.", null);
            this.active = active;
        }

        /** The name of the node that writes. */
        public String active() {
            return active;
        }
    }

    /** Another node has taken over writing, and this one writes nothing more of what it decided. */
    public static final class Fenced extends LaneFailure {
        Fenced(long own, long current) {
            super(true, "Another node writes this ledger now (epoch " + current + "; this node's is " + own
                    + "). Send the wish to that node, with the same key.", null);
        }

        Fenced(Fenced earlier) {
            super(true, earlier.getMessage(), earlier);
        }
    }

    /** This node is shutting down or has stopped after an error of its own. */
    public static final class Closed extends LaneFailure {
        Closed(String why, Throwable cause) {
            super(true, "This node decides nothing any more: " + why + ". Send the wish to the node that runs now, with the same key.", cause);
        }
    }

    /** The database refused these very facts for good, for instance a value that must be unique. Nothing was appended. */
    public static final class AppendRefused extends LaneFailure {

        private final String sqlState;
        private final String constraint;

        AppendRefused(GroupStore.Refused refused) {
            super(false, "The facts of this wish cannot be kept: " + refused.getMessage(), refused);
            this.sqlState = refused.sqlState();
            this.constraint = refused.constraint();
        }

        /** Five characters, PostgreSQL's appendix A; 23505 is a unique value that exists already. */
        public String sqlState() {
            return sqlState;
        }

        /** The constraint's name, or "" where none is to blame. {@code unique_value_pkey} is a {@link Unique} claimed before. */
        public String constraint() {
            return constraint;
        }
    }

    /** An entry is longer than 32 KiB. Nothing was appended. */
    public static final class EntryTooLong extends LaneFailure {
        EntryTooLong(String type, int bytes) {
            super(false, "A fact is kept in at most " + Entry.MAX_BYTES + " bytes, but this " + type + " needs " + bytes
                    + ". Nothing was appended; a long list goes in several facts of one append.", null);
        }
    }

    /** A handler went on deciding on another thread, where the state may be moving under it. A mistake in the handler. */
    public static final class LeftTheLane extends LaneFailure {
        LeftTheLane(String what) {
            super(false, what + " left the lane: a command handler decides and appends on the thread that called it, and"
                    + " fetches what takes time before the command is sent. Nothing was appended.", null);
        }
    }

    /** Another node has the right to write, and this one was not to stand by. */
    public static final class AnotherNodeIsActive extends LaneFailure {
        AnotherNodeIsActive(String holder, Duration waited) {
            super(true, "Another node is writing this ledger (" + holder + ") and did not stop within " + waited.toMillis()
                    + " ms. Stop it first, or let this one stand by.", null);
        }
    }
}
