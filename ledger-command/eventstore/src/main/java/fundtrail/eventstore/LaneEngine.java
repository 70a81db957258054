package fundtrail.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
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

    /** Where a command handler puts the instant its facts shall be recorded at; not before the last one, in whole microseconds. */
    public static final ResourceKey<Instant> RECORDED_AT = ResourceKey.withLabel("recordedAt");

    /** What the engine can do now. */
    public enum Status {
        /** It decides and writes. */
        RUNNING,
        /** The database is away; nothing is decided until it is back. */
        SUSPENDED,
        /** Another node writes. This one folds what that one commits, and may come to write. */
        STANDBY,
        /** Another node has taken over. This engine decides nothing more; its {@link #successor} may. */
        FENCED,
        /** It was closed, or stopped after an error of its own. */
        STOPPED
    }

    private static final Duration OPEN_WAIT = Duration.ofSeconds(1);

    private final GroupStore store;
    private final EventCodec codec;
    private final LaneSettings settings;
    private final Backlog backlog;
    private final Window window;
    private final Head head;
    private final Lane lane;
    private final Door door;
    private final FactStreams streams;
    private final Completer completer;
    private final GroupWriter writer;
    private final LaneMeasures measures;
    private final Decisions decisions;
    private final AtomicBoolean closing = new AtomicBoolean();
    private boolean led;

    /** An engine that stands by: it has folded nothing yet, and writes nothing until it {@link #lead leads}. */
    public static LaneEngine standby(GroupStore store, EventCodec codec, DecisionState state, LaneSettings settings) {
        return new LaneEngine(store, codec, state, settings);
    }

    /**
     * An engine that leads, on a ledger that no other node writes.
     *
     * @throws LaneFailure.AnotherNodeIsActive if one does, and does not stop within a second
     * @throws IllegalStateException           if positions are missing or recordedAt goes back
     */
    public static LaneEngine open(GroupStore store, EventCodec codec, DecisionState state, LaneSettings settings) {
        var engine = standby(store, codec, state, settings);
        try {
            long until = System.nanoTime() + OPEN_WAIT.toNanos();
            for (engine.follow(); !engine.lead(); GroupDelivery.pause())
                if (System.nanoTime() - until >= 0) throw new LaneFailure.AnotherNodeIsActive(store.holder(), OPEN_WAIT);
            return engine;
        } catch (RuntimeException | Error failure) {
            engine.close();
            throw failure;
        }
    }

    private LaneEngine(GroupStore store, EventCodec codec, DecisionState state, LaneSettings settings) {
        this.store = store;
        this.codec = codec;
        this.settings = settings;
        this.door = new Door(() -> new LaneFailure.Standby(store.holder()));
        this.backlog = new Backlog(settings);
        this.lane = new Lane(settings.queueCapacity(), door::checkEntered, backlog::hasRoom);
        this.window = new Window(settings.windowFacts());
        this.head = new Head(codec, state, window, door);
        this.streams = new FactStreams(window, store.reader(), codec, head);
        this.measures = new LaneMeasures(lane::waiting, backlog::pendingFacts);
        this.decisions = new Decisions(store, door, head, window, backlog, measures, settings.hook());
        this.completer = new Completer(settings.hook(), streams::advanced);
        this.writer = new GroupWriter(new GroupDelivery(store, settings, measures), backlog, head, lane, door, completer, measures);
    }

    // ---- standing by, and coming to write: by one thread

    /**
     * Folds what was committed since it last did, so that little is left to fold when it leads.
     *
     * @throws IllegalStateException if positions are missing, recordedAt goes back, or the database was set back
     */
    public void follow() {
        head.follow(store.reader());
    }

    /** Takes the sole right to write if it is to be had, folds the rest and starts the lane. @return whether it leads now */
    public boolean lead() {
        if (!store.take()) return false;
        try {
            follow();
            head.verify(store.reader());
            store.knows(head.durable().position(), head.durable().eventId());
        } catch (RuntimeException | Error failure) {
            store.close();
            throw failure;
        }
        lane.start();
        writer.start();
        led = true;
        door.open();
        return true;
    }

    /**
     * An engine that stands by in the stead of this one, once this one is closed. It leads only on a database that has
     * what this one knew to be committed.
     *
     * @param state has folded nothing, or was restored
     */
    public LaneEngine successor(DecisionState state) {
        var next = standby(store, codec, state, settings);
        next.head.comesAfter(head);
        return next;
    }

    /** From now on nothing is decided here and nothing folded. {@link #close} is still to be called. */
    public void stop(String why, Throwable cause) {
        door.stop(why, cause);
    }

    /** The name of the node that writes while this one stands by. */
    public String active() {
        return store.holder();
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

    /** When that fact was recorded; {@code Instant.EPOCH} before the first. */
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
        return CompletableFuture.completedFuture(new LaneAppend(lane, decisions, condition, List.copyOf(events)));
    }

    /** How many facts are kept in memory. */
    int windowSize() {
        return window.size();
    }

    /** @throws LaneFailure the reason why nothing may be decided now */
    void checkOpen() {
        door.check();
    }

    Decisions decisions() {
        return decisions;
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

    /** Decides what waits, writes it, answers everybody and lets the store go: as fast as the database, within about its patience. */
    @Override
    public void close() {
        if (closing.getAndSet(true)) return;
        try {
            if (led) finish();
            else door.stop("it was closed", null);
            completer.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            store.close();
        }
    }

    private void finish() throws InterruptedException {
        lane.drain();
        lane.urgently(() -> {
            if (status() != Status.FENCED && status() != Status.STOPPED) door.stop("it was closed", null);
            backlog.close();
            return null;
        }).join();
        writer.finish();
        lane.stop();
    }
}
