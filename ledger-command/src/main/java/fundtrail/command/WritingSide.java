package fundtrail.command;

import fundtrail.command.axon.Outcome;
import fundtrail.command.decide.Command;
import fundtrail.command.gate.Ruling;
import fundtrail.command.gate.Wish;
import fundtrail.command.known.Known;
import fundtrail.command.open.OpenLedger;
import fundtrail.command.propose.Contents;
import fundtrail.command.propose.ProposalStep;
import fundtrail.command.propose.StepOnContent;
import fundtrail.command.snapshot.Snapshots;
import fundtrail.contract.Entry;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.eventstore.GroupStore;
import fundtrail.eventstore.LaneBus;
import fundtrail.eventstore.LaneEngine;
import fundtrail.eventstore.LaneEngine.Status;
import fundtrail.eventstore.LaneSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageType;

/**
 * The writing side without its door: wishes go in, outcomes come out once they are durable. One node of a ledger writes;
 * any other stands by and takes over when that one is gone ({@link Terms}).
 */
public final class WritingSide implements AutoCloseable {
    private final Slices slices = new Slices();
    private final Contents contents = new Contents();
    private final EntryCodec codec = new EntryCodec();
    private final Snapshots snapshots;
    private final Terms terms;
    private volatile LedgerOpened ledger;

    private WritingSide(GroupStore store, LaneSettings settings, Snapshots snapshots) {
        this.snapshots = snapshots;
        terms = Terms.begin(store, settings, slices, snapshots);
    }

    /**
     * Folds every fact, and opens the lane unless another node writes: then this one stands by.
     *
     * @throws EventStoreException   when the database does not answer
     * @throws IllegalStateException when positions are missing or recordedAt goes back
     */
    public static WritingSide on(GroupStore store, LaneSettings settings) {
        return on(store, settings, Snapshots.none());
    }

    /** The same, from the last snapshot on. */
    public static WritingSide on(GroupStore store, LaneSettings settings, Snapshots snapshots) {
        return new WritingSide(store, settings, snapshots);
    }

    /** Asks for a command. Completes when what was decided is durable; fails with a LaneFailure when it is not known to be. */
    public CompletableFuture<Outcome> ask(Command command, Wish wish, Instant deadline) {
        Map<String, String> metadata = new HashMap<>(wish.metadata());
        metadata.put(LaneBus.DEADLINE, Long.toString(deadline.toEpochMilli()));
        Command brought = command instanceof ProposalStep step ? contents.with(step) : command;
        return dispatch(brought, metadata)
                .thenCompose(result -> switch (result.payload()) {
                    case Ruling.ContentNeeded needed -> CompletableFuture
                            .supplyAsync(() -> withContent((ProposalStep) command, needed), Thread::startVirtualThread)
                            .thenCompose(step -> dispatch(step, metadata))
                            .thenApply(second -> (Outcome) second.payload());
                    case Outcome outcome -> CompletableFuture.completedFuture(outcome);
                    case Object other -> throw new IllegalStateException("the lane answered " + other);
                })
                .thenApply(outcome -> keep(command, outcome));
    }

    private Command withContent(ProposalStep step, Ruling.ContentNeeded needed) {
        Contents.Place place = needed.place();
        Command content = Contents.read(entries(place.firstPosition(), place.lastPosition()), slices.named(needed.command()).command());
        return contents.with(step, content, Wish.hash(content));
    }

    private Outcome keep(Command asked, Outcome outcome) {
        if (outcome instanceof Outcome.Recorded recorded && recorded.facts().getLast() instanceof ProposalSubmitted submitted) {
            contents.keep(submitted, asked);
        }
        return outcome;
    }

    /** Opens the ledger unless it is open; answers whether this call did. */
    public CompletableFuture<Boolean> open(OpenLedger opening) {
        return dispatch(opening, Map.of()).thenApply(result -> (Boolean) result.payload());
    }

    private CompletableFuture<CommandResultMessage> dispatch(Command command, Map<String, String> metadata) {
        Class<?> named = command instanceof StepOnContent brought ? brought.step().getClass() : command.getClass();
        MessageType type = new MessageType(named.getSimpleName(), MessageType.DEFAULT_VERSION);
        return terms.now().bus().dispatch(new GenericCommandMessage(type, command, metadata), null);
    }

    /**
     * Looks at what is known at the head, between two decisions. The answer must not hold on to {@link Known}.
     *
     * @throws fundtrail.eventstore.LaneFailure when this node stands by or is too busy
     */
    public <T> CompletableFuture<T> look(Function<Known, T> at) {
        Term now = terms.now();
        return now.engine().lane().ask(() -> at.apply(now.known()));
    }

    /** The durable entries from one position to another, both included. */
    public List<Entry> entries(long first, long last) {
        List<Entry> entries = new ArrayList<>();
        engine().reader().read(first, last + 1, stored -> entries.add(codec.decode(stored.entry())));
        return entries;
    }

    /** Position 0, or {@code null} while the ledger is not opened. It cannot change once durable, and then is kept. */
    public LedgerOpened ledger() {
        if (ledger != null) {
            return ledger;
        }
        LedgerOpened seen = isStandby() ? terms.ledger() : look(Known::ledger).join();
        if (engine().durable() >= 0) {
            ledger = seen;
        }
        return seen;
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public Slices slices() {
        return slices;
    }

    /** The engine of this node's term; another one after it was fenced or opened anew. */
    public LaneEngine engine() {
        return terms.now().engine();
    }

    /** Whether another node writes, or may: this one decides nothing. */
    public boolean isStandby() {
        return engine().status() == Status.STANDBY;
    }

    /**
     * Runs this now if this node writes, and each time it has taken over. What it throws now is the caller's; what it
     * throws later is logged, and {@link StartRefused} ends this node's part in the ledger.
     */
    public void onTakeOver(Terms.Task task) throws Exception {
        terms.onTakeOver(task);
    }

    /**
     * Ends this term and begins another in this process, with a state folded anew: what was accepted is finished, and until
     * the new term writes, callers are told to ask again. Another node may take over in between. Returns at once.
     *
     * @param reason for the log
     */
    public void reopen(String reason) {
        terms.reopen(reason);
    }

    /** Accepts nothing new, finishes what was accepted, and lets go of the right to write: a standby takes over at once. */
    @Override
    public void close() {
        terms.close();
    }
}
