package fundtrail.eventstore;

/** Called at each step of every group, on the thread that takes the step: where tests let things go wrong. */
@FunctionalInterface
public interface GroupHook {

    GroupHook NONE = (step, first, last) -> {};

    /**
     * @param first the group's first position
     * @param last  its last
     * @throws GroupStore.Lost to let the connection be lost at this step ({@code BEFORE_SEND}, {@code AFTER_SEND_BEFORE_ANSWER})
     */
    void at(Step step, long first, long last) throws GroupStore.Lost;

    /** The steps of a group, in order. */
    enum Step {
        /** The bytes are final and nothing was sent. Also before the same group is sent again. */
        BEFORE_SEND,
        /** The database may have committed, and the writer does not know it yet. */
        AFTER_SEND_BEFORE_ANSWER,
        /** The group is known to be durable, and nobody was told. On the completer's thread. */
        BEFORE_COMPLETE,
        /** Everybody who waited for the group was told. On the completer's thread. */
        AFTER_COMPLETE
    }
}
