package fundtrail.command.http;

import fundtrail.eventstore.LaneFailure;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** What a caller is told when the lane could not take a wish to its end. */
final class LaneProblems {
    /** Nobody makes room on a disk within a second. */
    private static final Duration MENDED = Duration.ofSeconds(30);

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
            case LaneFailure.Unwritable unwritable -> new TurnedAway(switch (unwritable.reason()) {
                case DISK_FULL -> DoorCode.DATABASE_FULL;
                case READ_ONLY -> DoorCode.DATABASE_READ_ONLY;
                case SHORT_OF_RESOURCES -> DoorCode.DATABASE_SHORT;
            }).until(MENDED);
            case LaneFailure.Fenced fenced -> new TurnedAway(DoorCode.ANOTHER_NODE_WRITES);
            case LaneFailure.EntryTooLong tooLong -> new TurnedAway(DoorCode.ENTRY_TOO_LONG);
            case RuntimeException other -> other;
            default -> new IllegalStateException(cause);
        };
    }
}
