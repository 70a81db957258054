package fundtrail.command;

import fundtrail.command.axon.LedgerConfiguration;
import fundtrail.command.axon.Outcome;
import fundtrail.command.decide.Command;
import fundtrail.command.gate.Ruling;
import fundtrail.command.gate.Wish;
import fundtrail.command.known.Known;
import fundtrail.command.open.OpenLedger;
import fundtrail.command.propose.Contents;
import fundtrail.command.propose.ProposalStep;
import fundtrail.command.propose.StepOnContent;
import fundtrail.contract.EntryCodec;
import fundtrail.contract.Entry;
import fundtrail.contract.fact.LedgerOpened;
import fundtrail.contract.fact.ProposalSubmitted;
import fundtrail.eventstore.GroupStore;
import fundtrail.eventstore.LaneBus;
import fundtrail.eventstore.LaneEngine;
import fundtrail.eventstore.LaneSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageType;

/** The writing side without its door: wishes go in, outcomes come out once they are durable. */
public final class WritingSide implements AutoCloseable {
    private final Slices slices = new Slices();
    private final Known known = new Known();
    private final Contents contents = new Contents();
    private final EntryCodec codec = new EntryCodec();
    private final LaneEngine engine;
    private final AxonConfiguration axon;
    private final CommandBus bus;
    private volatile LedgerOpened ledger;

    private WritingSide(GroupStore store, LaneSettings settings) {
        engine = LedgerConfiguration.open(store, known, settings);
        axon = LedgerConfiguration.configurer(engine, known, slices).build();
        axon.start();
        bus = axon.getComponent(CommandBus.class);
    }

    /**
     * Takes the lock, folds every fact and opens the lane.
     *
     * @throws fundtrail.eventstore.LaneFailure.AnotherNodeIsActive when another node writes to this ledger
     */
    public static WritingSide on(GroupStore store, LaneSettings settings) {
        return new WritingSide(store, settings);
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
        return bus.dispatch(new GenericCommandMessage(type, command, metadata), null);
    }

    /** Looks at what is known at the head, between two decisions. The answer must not hold on to {@link Known}. */
    public <T> CompletableFuture<T> look(Function<Known, T> at) {
        return engine.lane().ask(() -> at.apply(known));
    }

    /** The durable entries from one position to another, both included. */
    public List<Entry> entries(long first, long last) {
        List<Entry> entries = new ArrayList<>();
        engine.reader().read(first, last + 1, stored -> entries.add(codec.decode(stored.entry())));
        return entries;
    }

    /** Position 0, or {@code null} while the ledger is not opened. It cannot change, so it is looked at once. */
    public LedgerOpened ledger() {
        if (ledger == null) {
            ledger = look(Known::ledger).join();
        }
        return ledger;
    }

    public Slices slices() {
        return slices;
    }

    public LaneEngine engine() {
        return engine;
    }

    /** Accepts nothing new, finishes what was accepted, and lets go of the lock. */
    @Override
    public void close() {
        engine.close();
        axon.shutdown();
    }
}
