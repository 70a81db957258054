package fundtrail.query.follow;

import java.util.List;

/** What the feed is worked into. */
public interface Projection {
    /** How far it has come, as stored. */
    Mark mark();

    /**
     * Works the batch in and moves the mark, both or neither.
     *
     * @param from  where the batch starts; what {@link #mark()} answered
     * @param batch one entry or more, dense, following {@code from}
     * @throws Overtaken when the stored mark is no longer {@code from}
     */
    void project(Mark from, List<FeedEntry> batch) throws Overtaken;

    /** Another follower of the same database was faster; the mark must be read again. */
    final class Overtaken extends Exception {
        private static final long serialVersionUID = 1L;

        public Overtaken(Mark expected) {
            super("the mark is no longer at " + expected.position(), null, false, false);
        }
    }
}
