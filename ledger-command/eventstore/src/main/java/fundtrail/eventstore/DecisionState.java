package fundtrail.eventstore;

import java.time.Instant;
import org.axonframework.messaging.eventhandling.EventMessage;

/**
 * What decisions are taken on: every fact folded once, at the head, facts not yet durable included. The application
 * implements it. Only one thread ever touches it: the one that opens the engine, then the lane.
 */
public interface DecisionState {

    /** The first position not yet folded: 0, or more for a state that was restored from a snapshot. */
    default long nextPosition() {
        return 0;
    }

    /**
     * Folds one fact, in the order of positions, each exactly once. Should it throw, the append is refused and
     * {@link #takeBack} is called for all of its facts, this one included.
     */
    void apply(EventMessage event, long position, Instant recordedAt);

    /**
     * Undoes every fact from this position on, as if it had never been applied. Such facts were decided and never became
     * durable; their positions will be given to others. Never called for a position that was settled.
     */
    void takeBack(long firstPosition);

    /**
     * Facts up to and including this position, a later one each time, are on disk and will never be taken back: what
     * undoing them would need may go.
     */
    void settle(long durablePosition);
}
