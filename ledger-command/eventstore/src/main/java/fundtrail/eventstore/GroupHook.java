package fundtrail.eventstore;

/** Called at each step of every group, on the thread that takes the step: where tests let things go wrong. */
@FunctionalInterface
public interface GroupHook {

    GroupHook NONE = (step, first, last) -> {};

    /**
     * @param first the group's first position
     * @param last  its last
     * @throws GroupStore.Lost to let the connection be lost at this step (one of the writer's)
     */
    void at(Step step, long first, long last) throws GroupStore.Lost;

    /** The steps of a group, in order. */
    enum Step {
        /** One append is decided and folded, and joins a group to come. On the lane's thread. */
        DECIDED,
        /** The bytes are final and nothing was sent. Also before the same group is sent again. */
        BEFORE_SEND,
        /** The database may have committed, and the writer does not know it yet. */
        AFTER_SEND_BEFORE_ANSWER,
        /** The connection was lost, and nobody knows whether the group is in the database. Each time before it is asked. */
        BEFORE_LOOKING_UP,
        /** The group is known to be durable, and nobody was told. On the completer's thread. */
        BEFORE_COMPLETE,
        /** Everybody who waited for the group was told. On the completer's thread. */
        AFTER_COMPLETE
    }
}
