package fundtrail.eventstore;

/**
 * Is told what the lane and its writer do, as they do it and on their threads: it does little, and throws nothing. Times
 * are nanoseconds.
 */
public interface LaneWatch {

    /** Looks away. */
    LaneWatch NONE = new LaneWatch() {};

    /** A wish's turn has come, after it waited so long in the queue; it is decided now, or its deadline has passed. */
    default void waited(long nanos) {}

    /** A wish was decided, refusals included. */
    default void decided(long nanos) {}

    /** A group became durable; {@code nanos} since it was first sent. */
    default void committed(int facts, long bytes, long nanos) {}
}
