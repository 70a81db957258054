package fundtrail.eventstore;

import fundtrail.eventstore.GroupHook.Step;
import fundtrail.eventstore.GroupStore.Lost;
import fundtrail.eventstore.GroupStore.Refused;
import fundtrail.eventstore.GroupStore.Unwritable;
import fundtrail.eventstore.LaneFailure.AppendRefused;
import fundtrail.eventstore.LaneFailure.GroupLost;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Brings one group to the store through lost connections: finds out whether it arrived and, if it did not, sends the
 * same bytes again, as long as patience lasts.
 */
final class GroupDelivery {

    sealed interface Outcome {}

    record Durable() implements Outcome {}

    /** Not written, and it never can be. */
    record RefusedForGood(AppendRefused refusal) implements Outcome {}

    /** Certainly not written, and patience is at its end, or there is nothing to wait for. */
    record NotWritten(LaneFailure why) implements Outcome {}

    /** Patience is at its end, and the store cannot even be asked whether the group arrived. */
    record Unknown(GroupLost lost) implements Outcome {}

    private static final long PAUSE_NANOS = 50_000_000;

    private final GroupStore store;
    private final LaneSettings settings;
    private final LaneMeasures measures;

    GroupDelivery(GroupStore store, LaneSettings settings, LaneMeasures measures) {
        this.store = store;
        this.settings = settings;
        this.measures = measures;
    }

    /** @throws LaneFailure.Fenced if the group was not written and this node may write no more */
    Outcome deliver(Group group) {
        long started = System.nanoTime();
        long patienceEnds = 0;
        for (int losses = 0; ; losses++) {
            try {
                at(Step.BEFORE_SEND, group);
                store.write(group);
                at(Step.AFTER_SEND_BEFORE_ANSWER, group);
                return durable(group, started);
            } catch (Refused refused) {
                return new RefusedForGood(new AppendRefused(refused));
            } catch (Unwritable unwritable) {
                measures.unwritable.increment();
                return new NotWritten(new LaneFailure.Unwritable(unwritable));
            } catch (Lost lost) {
                measures.outcomesUnknown.increment();
                if (losses == 0) patienceEnds = System.nanoTime() + settings.patience().toNanos();
                else pause();
                Optional<Boolean> arrived = arrived(group, patienceEnds);
                if (arrived.isEmpty()) return new Unknown(GroupLost.toTheDatabase(settings.patience(), lost));
                if (arrived.get()) {
                    measures.foundCommitted.increment();
                    return durable(group, started);
                }
                if (isOver(patienceEnds)) return new NotWritten(GroupLost.toTheDatabase(settings.patience(), lost));
                measures.sentAgain.increment();
            }
        }
    }

    private Durable durable(Group group, long started) {
        if (group.hasFacts()) settings.watch().committed(group.facts().size(), group.bytes(), System.nanoTime() - started);
        return new Durable();
    }

    private void at(Step step, Group group) throws Lost {
        if (group.hasFacts()) settings.hook().at(step, group.first(), group.last());
    }

    /** Asks the store once whether a group arrived that was given up as {@link Unknown}. Empty: it still cannot be asked. */
    Optional<Boolean> arrived(Group group) {
        return arrived(group, System.nanoTime());
    }

    /** Says that this node is there, and looks that the store is; if its connection was lost, tries once to connect anew. */
    void keepAlive() {
        try {
            store.keepAlive();
        } catch (Lost lost) {
            arrived(Group.NOTHING);
        }
    }

    private Optional<Boolean> arrived(Group group, long patienceEnds) {
        while (true) {
            try {
                at(Step.BEFORE_LOOKING_UP, group);
                return Optional.of(store.recover(group));
            } catch (Lost stillLost) {
                if (isOver(patienceEnds)) return Optional.empty();
                pause();
            }
        }
    }

    static void pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private static boolean isOver(long patienceEnds) {
        return System.nanoTime() - patienceEnds >= 0;
    }
}
