package fundtrail.command.http;

import fundtrail.eventstore.LaneFailure;
import java.util.concurrent.CompletionException;

/** What a caller is told when the lane could not take a wish to its end. */
final class LaneProblems {
    private LaneProblems() {}

    static RuntimeException of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case LaneFailure.LaneFull full -> new TurnedAway(DoorCode.BUSY);
            case LaneFailure.DeadlinePassed passed -> new TurnedAway(DoorCode.BUSY);
            case LaneFailure.Closed closed -> new TurnedAway(DoorCode.BUSY);
            case LaneFailure.GroupLost lost -> new TurnedAway(DoorCode.LOST);
            case LaneFailure.Standby standby -> TurnedAway.standby(standby.active());
            case LaneFailure.Fenced fenced -> new TurnedAway(DoorCode.ANOTHER_NODE_WRITES);
            case LaneFailure.EntryTooLong tooLong -> new TurnedAway(DoorCode.ENTRY_TOO_LONG);
            case RuntimeException other -> other;
            default -> new IllegalStateException(cause);
        };
    }
}
