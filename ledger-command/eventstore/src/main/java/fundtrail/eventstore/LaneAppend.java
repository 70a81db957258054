package fundtrail.eventstore;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/** An append that enters the ledger when it commits, not before: until then a later phase may still fail. */
final class LaneAppend implements AppendTransaction<Long> {

    private static final long NOTHING = -1;

    private final Lane lane;
    private final Decisions decisions;
    private final AppendCondition condition;
    private final List<TaggedEventMessage<?>> events;
    private final AtomicBoolean over = new AtomicBoolean();

    LaneAppend(Lane lane, Decisions decisions, AppendCondition condition, List<TaggedEventMessage<?>> events) {
        this.lane = lane;
        this.decisions = decisions;
        this.condition = condition;
        this.events = events;
    }

    /** Answers with the last fact's position once all are durable. What is not published by a command goes through the lane as well. */
    @Override
    public CompletableFuture<Long> commit(ProcessingContext context) {
        if (over.getAndSet(true)) return CompletableFuture.failedFuture(new IllegalStateException("This append was committed or rolled back before."));
        if (events.isEmpty()) return CompletableFuture.completedFuture(NOTHING);
        try {
            if (lane.isHere()) return decisions.enter(condition, context, events);
            if (LaneBus.decides(context)) throw new LaneFailure.LeftTheLane("The append of a command");
            return lane.ask(() -> decisions.enter(condition, context, events)).thenCompose(durable -> durable);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Override
    public void rollback(ProcessingContext context) {
        over.set(true);
    }

    @Override
    public CompletableFuture<ConsistencyMarker> afterCommit(Long last, ProcessingContext context) {
        return CompletableFuture.completedFuture(last == NOTHING ? ConsistencyMarker.ORIGIN : new GlobalIndexConsistencyMarker(last + 1));
    }
}
