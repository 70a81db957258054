package fundtrail.query.store;

import fundtrail.query.entity.Kind;
import fundtrail.query.entity.Version;
import fundtrail.query.fold.Rows;
import fundtrail.query.follow.Mark;
import fundtrail.query.follow.Projection.Overtaken;
import java.util.Optional;

/** Keeps folded rows. */
public interface Store {
    /** How far it has come. */
    Mark mark();

    /** The latest version of an entity at or before a position. */
    <T> Optional<Version<T>> version(Kind<T> kind, String id, long atMost);

    /**
     * Adds rows and moves the mark, both or neither.
     *
     * @throws Overtaken when the mark is no longer {@code from}; nothing is added
     */
    void write(Mark from, Mark to, Rows rows) throws Overtaken;

    /** Before the first row of many: leaves out for now what only readers need. */
    default void build() {}

    /** Whether what readers need is left out. */
    default boolean isBuilding() {
        return false;
    }

    /** Makes what was left out. */
    default void built() {}
}
