package fundtrail.eventstore;

import java.time.InstantSource;
import java.util.UUID;

/**
 * Where groups are kept: in PostgreSQL, or in memory for tests of what is built on the lane. Written by one thread.
 */
public sealed interface GroupStore extends AutoCloseable permits JdbcGroupStore, InMemoryGroupStore {

    /**
     * Takes the sole right to write if it is free, or makes it free if whoever has it was silent for too long; a standby
     * asks again and again. Once it is had, all that can be read is durable, and no earlier writer adds to it.
     *
     * @return whether it is had
     */
    boolean take();

    /**
     * This fact is durable, and so are those before it: whenever the store is asked anything from now on, a database that
     * lacks it was set back. What is written from now on adds to it. Called while the right to write is had.
     */
    void knows(long position, UUID eventId);

    /** The name of the node that had the right when {@link #take} was refused last. */
    String holder();

    /**
     * Writes a group, all of it or nothing. Once this returns, the group is durable. A group without facts is written
     * once it is certain that nobody else has written since it was decided.
     *
     * @throws Lost               whether it was written is unknown: {@link #recover} tells
     * @throws IllegalStateException the database was set back: it lacks what is known to be durable
     * @throws Refused            it was not written and never can be
     * @throws Unwritable         it was not written, nor will any other be before somebody removes the cause
     * @throws LaneFailure.Fenced it was not written, and this node may write no more
     */
    void write(Group group) throws Lost, Refused, Unwritable;

    /**
     * After {@link Lost}: takes the right to write anew, once it is certain that nothing sent before is still under way.
     *
     * @return whether the group was written after all; never a part of it
     * @throws Lost               the store cannot be reached; try again
     * @throws LaneFailure.Fenced the group was not written, and this node may write no more
     */
    boolean recover(Group group) throws Lost;

    /** Tells standbys that this node is there, and sets the clock. */
    void keepAlive() throws Lost;

    /** The time that recordedAt is taken from. */
    InstantSource clock();

    /** What is committed. */
    FactReader reader();

    /** Lets go of the right to write, if it is had. It can be taken again. */
    @Override
    void close();

    /** The connection failed: the outcome of what was under way is unknown. */
    final class Lost extends Exception {
        public Lost(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The store is there and cannot write: that passes when somebody removes the cause. The group was certainly not written. */
    final class Unwritable extends Exception {

        private final LaneFailure.Unwritable.Cause reason;

        Unwritable(LaneFailure.Unwritable.Cause reason, String message, Throwable cause) {
            super(message, cause);
            this.reason = reason;
        }

        LaneFailure.Unwritable.Cause reason() {
            return reason;
        }
    }

    /** The store's answer is no, and will be no again. */
    final class Refused extends Exception {

        private final String sqlState;
        private final String constraint;

        Refused(String sqlState, String constraint, String message, Throwable cause) {
            super(message, cause);
            this.sqlState = sqlState;
            this.constraint = constraint;
        }

        String sqlState() {
            return sqlState;
        }

        String constraint() {
            return constraint;
        }
    }
}
