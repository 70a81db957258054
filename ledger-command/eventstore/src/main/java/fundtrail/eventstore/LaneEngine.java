package fundtrail.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;

/**
 * Axon's storage engine, in which one lane decides. An append gets its positions and its instant when it commits, is
 * folded into the decision state at once, and answers when the group that it joined is durable.
 */
public final class LaneEngine implements EventStorageEngine, AutoCloseable {

    /**
     * Where a command handler puts the instant its facts shall be recorded at, instead of the store's clock. It counts
     * only if it is not before the instant recorded last, and in whole microseconds.
     */
    public static final ResourceKey<Instant> RECORDED_AT = ResourceKey.withLabel("recordedAt");

    /** What the database's clock may seem to go back, because its offset is measured anew. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    /** What the engine can do now. */
    public enum Status {
        /** It decides and writes. */
        RUNNING,
        /** The database is away; nothing is decided until it is back. */
        SUSPENDED,
        /** Another node writes; this one never will again. */
        FENCED,
        /** It was closed, or stopped after an error of its own. */
        STOPPED
    }

    private final GroupStore store;
    private final LaneSettings settings;
    private final Backlog backlog;
    private final Window window;
    private final Head head;
    private final Lane lane;
    private final Door door = new Door();
    private final FactStreams streams;
    private final Completer completer;
    private final GroupWriter writer;
    private final LaneMeasures measures;
    private final AtomicBoolean closing = new AtomicBoolean();
    private long appends;

    /**
     * Takes the sole right to write, folds all that is committed and starts the lane.
     *
     * @throws LaneFailure.AnotherNodeIsActive if another node writes and does not stop in time
     * @throws IllegalStateException           if positions are missing or recordedAt goes back
     */
    public static LaneEngine open(GroupStore store, EventCodec codec, DecisionState state, LaneSettings settings) {
        store.open();
        try {
            var engine = new LaneEngine(store, codec, state, settings);
            engine.head.start(store.reader());
            engine.lane.start();
            engine.writer.start();
            return engine;
        } catch (RuntimeException | Error failure) {
            store.close();
            throw failure;
        }
    }

    private LaneEngine(GroupStore store, EventCodec codec, DecisionState state, LaneSettings settings) {
        this.store = store;
        this.settings = settings;
        this.backlog = new Backlog(settings);
        this.lane = new Lane(settings.queueCapacity(), backlog::hasRoom);
        this.window = new Window(settings.windowFacts());
        this.head = new Head(codec, state, window, door);
        this.streams = new FactStreams(window, store.reader(), codec, head);
        this.measures = new LaneMeasures(lane::waiting, backlog::pendingFacts);
        this.completer = new Completer(settings.hook(), streams::advanced);
        this.writer = new GroupWriter(new GroupDelivery(store, settings, measures), backlog, head, lane, door, completer, measures);
    }

    /** Registers this engine and the bus that leads every command through its lane. Register no TransactionManager beside it. */
    public EventSourcingConfigurer configure(EventSourcingConfigurer axon) {
        return axon.registerEventStorageEngine(configuration -> this)
                .componentRegistry(components -> components.registerDecorator(
                        CommandBus.class, LaneBus.ORDER, (configuration, name, bus) -> new LaneBus(bus, this, settings)));
    }

    // ---- what a decision asks

    /**
     * States, without reading anything, that a decision is good only as long as no fact matching these criteria comes
     * after the head. In the lane that cannot fail; it is a second lock on the door. A handler's own thread only.
     */
    public void condition(EventStore events, ProcessingContext context, EventCriteria criteria) {
        var here = new GlobalIndexConsistencyMarker(head.decided().position() + 1).position();
        events.transaction(context).source(SourcingCondition.conditionFor(here, criteria)).reduce(0, (nothing, entry) -> nothing).join();
    }

    /** The last decided position, durable or not; -1 before the first. */
    public long head() {
        return head.decided().position();
    }

    /** When the fact at {@link #head} was recorded; {@code Instant.EPOCH} before the first. */
    public Instant headRecordedAt() {
        return head.decided().recordedAt();
    }

    /** The last durable position; -1 before the first. */
    public long durable() {
        return head.durable().position();
    }

    /** The clock that recordedAt is taken from. */
    public Instant now() {
        return store.clock().instant();
    }

    // ---- appending

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(AppendCondition condition, ProcessingContext context, List<TaggedEventMessage<?>> events) {
        return CompletableFuture.completedFuture(new LaneAppend(this, condition, List.copyOf(events)));
    }

    /** In the lane: decides that these events are facts. The answer comes when they are durable, with the last one's position. */
    CompletableFuture<Long> enter(AppendCondition condition, ProcessingContext context, List<TaggedEventMessage<?>> events) {
        door.check();
        if (conflicts(condition)) throw AppendEventsTransactionRejectedException.conflictingEventsDetected(condition.consistencyMarker());
        Instant told = context == null ? null : context.getResource(RECORDED_AT);
        Instant now = now();
        if (told == null && now.isBefore(headRecordedAt().minus(CLOCK_TOLERANCE))) measures.clockBehind.increment();
        List<Fact> facts = head.next(events, told == null ? now : told);
        head.advance(facts);
        appends++;
        Append append = Append.of(facts);
        backlog.add(append);
        long last = facts.getLast().position();
        return append.answer().thenApply(durable -> last);
    }

    private boolean conflicts(AppendCondition condition) {
        long next = GlobalIndexConsistencyMarker.position(condition.consistencyMarker());
        if (next > head.decided().position()) return false;
        long from = Math.max(0, next);
        Window.Slice recent = window.between(from, Long.MAX_VALUE, condition.criteria());
        return !recent.matching().isEmpty()
                || from < recent.floor() && store.reader().anyMatch(condition.criteria(), from, recent.floor());
    }

    /** In the lane: completes, on another thread, when all that is decided so far is durable. */
    CompletableFuture<Void> durableHead() {
        Append nothing = Append.of(List.of());
        if (head.decided().position() == head.durable().position()) completer.run(() -> nothing.answer().complete(null));
        else backlog.add(nothing);
        return nothing.answer();
    }

    /** In the lane: how many appends were decided. */
    long appends() {
        return appends;
    }

    /** How many facts are kept in memory. */
    int windowSize() {
        return window.size();
    }

    /** @throws LaneFailure the reason why nothing may be decided now */
    void checkOpen() {
        door.check();
    }

    Completer completer() {
        return completer;
    }

    // ---- reading

    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, ProcessingContext context) {
        return streams.source(condition.criteria(), Math.max(0, GlobalIndexPosition.toIndex(condition.start())));
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, ProcessingContext context) {
        TrackingToken token = condition.position();
        return streams.stream(condition.criteria(), token == null ? 0 : Math.max(0, token.position().orElse(0)));
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(durable() + 1));
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, ProcessingContext context) {
        return CompletableFuture.supplyAsync(() -> new GlobalSequenceTrackingToken(store.reader().firstRecordedFrom(at)));
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("status", status());
        descriptor.describeProperty("settings", settings);
        descriptor.describeProperty("head", head());
        descriptor.describeProperty("durable", durable());
    }

    public FactReader reader() {
        return store.reader();
    }

    public Lane lane() {
        return lane;
    }

    public LaneMeasures measures() {
        return measures;
    }

    public Status status() {
        return door.status();
    }

    /**
     * Takes no more wishes, decides those that wait, writes what was decided, answers everybody and lets the store go.
     * Takes as long as the database does, at most about its patience. Closing twice is closing once.
     */
    @Override
    public void close() {
        if (closing.getAndSet(true)) return;
        try {
            lane.drain();
            lane.urgently(() -> {
                if (status() != Status.FENCED) door.stop("it was closed", null);
                backlog.close();
                return null;
            }).join();
            writer.finish();
            lane.stop();
            completer.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            store.close();
        }
    }
}
