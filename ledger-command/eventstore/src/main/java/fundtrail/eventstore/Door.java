package fundtrail.eventstore;

import java.util.function.Supplier;

/** Whether the lane may decide. Shut and opened in the lane only, so that no decision is under way meanwhile. */
final class Door {

    private record Shut(LaneEngine.Status status, Supplier<LaneFailure> why) {}

    private volatile Shut shut;

    /** @throws LaneFailure the reason why nothing may be decided now */
    void check() {
        Shut now = shut;
        if (now != null) throw now.why.get();
    }

    LaneEngine.Status status() {
        Shut now = shut;
        return now == null ? LaneEngine.Status.RUNNING : now.status;
    }

    /** The database is back. What shut the door for another reason keeps it shut. */
    void reopen() {
        if (status() == LaneEngine.Status.SUSPENDED) shut = null;
    }

    void suspend(Throwable cause) {
        shut = new Shut(LaneEngine.Status.SUSPENDED, () -> LaneFailure.GroupLost.whileSuspended(cause));
    }

    void fence(LaneFailure.Fenced cause) {
        shut = new Shut(LaneEngine.Status.FENCED, () -> new LaneFailure.Fenced(cause));
    }

    void stop(String why, Throwable cause) {
        shut = new Shut(LaneEngine.Status.STOPPED, () -> new LaneFailure.Closed(why, cause));
    }
}
