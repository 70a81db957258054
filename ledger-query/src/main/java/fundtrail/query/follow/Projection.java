package fundtrail.query.follow;

import java.util.List;

/**
 * What the feed is worked into, in two steps that may run side by side: while one batch is being stored, the next one is
 * folded on top of it.
 */
public interface Projection {
    /** How far it has come, as stored. Whatever was folded and not stored is forgotten. */
    Mark mark();

    /**
     * Folds a batch on top of everything folded since {@link #mark()}, whether or not it is stored yet. One thread at a
     * time.
     *
     * @param from  where the batch starts
     * @param batch one entry or more, dense, following {@code from}
     */
    Folded fold(Mark from, List<FeedEntry> batch);

    /** Folds and stores. */
    default void project(Mark from, List<FeedEntry> batch) throws Overtaken {
        fold(from, batch).store();
    }

    /** From an empty store: what only readers need may be made at the end, by {@link #built()}. */
    default void build() {}

    /** Whether {@link #build()} was called and {@link #built()} was not, perhaps in an earlier life of this process. */
    default boolean isBuilding() {
        return false;
    }

    /** The feed's head is reached: makes what readers need. */
    default void built() {}

    /** A folded batch. */
    @FunctionalInterface
    interface Folded {
        /**
         * Adds the batch and moves the mark, both or neither. In the order of folding, one at a time, on any thread.
         *
         * @throws Overtaken when the stored mark is no longer where the batch starts
         */
        void store() throws Overtaken;
    }

    /** Another follower of the same database was faster; the mark must be read again. */
    final class Overtaken extends Exception {
        private static final long serialVersionUID = 1L;

        public Overtaken(Mark expected) {
            super("the mark is no longer at " + expected.position(), null, false, false);
        }
    }
}
