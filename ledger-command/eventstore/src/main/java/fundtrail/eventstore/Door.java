package fundtrail.eventstore;

import java.util.function.Supplier;

/** Whether the lane may decide. Shut and opened in the lane only, so that no decision is under way meanwhile. */
final class Door {

    private record Shut(LaneEngine.Status status, Supplier<LaneFailure> why) {}

    private volatile Shut shut;
    private volatile boolean entered;

    /** @param standby why nothing is decided before this node writes */
    Door(Supplier<LaneFailure> standby) {
        shut = new Shut(LaneEngine.Status.STANDBY, standby);
    }

    /** @throws LaneFailure the reason why nothing may be decided now */
    void check() {
        Shut now = shut;
        if (now != null) throw now.why.get();
    }

    /** @throws LaneFailure if this node has not come to write yet: then nothing may even wait to be decided */
    void checkEntered() {
        Shut now = shut;
        if (!entered && now != null) throw now.why.get();
    }

    /** @throws LaneFailure if this node was closed, so that folding a long ledger need not be waited for */
    void checkNotStopped() {
        Shut now = shut;
        if (now != null && now.status == LaneEngine.Status.STOPPED) throw now.why.get();
    }

    LaneEngine.Status status() {
        Shut now = shut;
        return now == null ? LaneEngine.Status.RUNNING : now.status;
    }

    /** This node writes from now on, unless it was stopped meanwhile. */
    synchronized void open() {
        if (status() != LaneEngine.Status.STANDBY) return;
        entered = true;
        shut = null;
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

    synchronized void stop(String why, Throwable cause) {
        shut = new Shut(LaneEngine.Status.STOPPED, () -> new LaneFailure.Closed(why, cause));
    }
}
