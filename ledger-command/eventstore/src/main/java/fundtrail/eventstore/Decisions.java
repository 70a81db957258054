package fundtrail.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/** Where decisions become facts, or answers without facts. In the lane only. */
final class Decisions {

    /** What the database's clock may seem to go back, because its offset is measured anew. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    private final GroupStore store;
    private final Door door;
    private final Head head;
    private final Window window;
    private final Backlog backlog;
    private final LaneMeasures measures;
    private final GroupHook hook;
    private long appends;

    Decisions(GroupStore store, Door door, Head head, Window window, Backlog backlog, LaneMeasures measures, GroupHook hook) {
        this.hook = hook;
        this.store = store;
        this.door = door;
        this.head = head;
        this.window = window;
        this.backlog = backlog;
        this.measures = measures;
    }

    /** Decides that these events are facts. The answer comes when they are durable, with the last one's position. */
    CompletableFuture<Long> enter(AppendCondition condition, ProcessingContext context, List<TaggedEventMessage<?>> events) {
        door.check();
        if (conflicts(condition)) throw AppendEventsTransactionRejectedException.conflictingEventsDetected(condition.consistencyMarker());
        Instant told = context == null ? null : context.getResource(LaneEngine.RECORDED_AT);
        Instant now = store.clock().instant();
        if (told == null && now.isBefore(head.decided().recordedAt().minus(CLOCK_TOLERANCE))) measures.clockBehind.increment();
        List<Fact> facts = head.next(events, told == null ? now : told);
        head.advance(facts);
        appends++;
        decided(facts);
        Append append = Append.of(facts);
        backlog.add(append);
        long last = facts.getLast().position();
        return append.answer().thenApply(durable -> last);
    }

    private void decided(List<Fact> facts) {
        try {
            hook.at(GroupHook.Step.DECIDED, facts.getFirst().position(), facts.getLast().position());
        } catch (GroupStore.Lost noConnectionHere) {
            throw new IllegalStateException("A hook lost a connection where there is none.", noConnectionHere);
        }
    }

    private boolean conflicts(AppendCondition condition) {
        long next = GlobalIndexConsistencyMarker.position(condition.consistencyMarker());
        if (next > head.decided().position()) return false;
        long from = Math.max(0, next);
        Window.Slice recent = window.between(from, Long.MAX_VALUE, condition.criteria());
        return !recent.matching().isEmpty()
                || from < recent.floor() && store.reader().anyMatch(condition.criteria(), from, recent.floor());
    }

    /**
     * Completes, on another thread, when all that is decided so far is durable, and no other node had taken over by now:
     * an answer without facts may stand on facts that never come to be, or lack those of the other node.
     */
    CompletableFuture<Void> durableHead() {
        Append nothing = Append.of(List.of());
        backlog.add(nothing);
        return nothing.answer();
    }

    /** How many appends were decided. */
    long appends() {
        return appends;
    }
}
