package fundtrail.eventstore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageType;

/** A running ledger of purses. */
final class PurseLedger implements AutoCloseable {

    final Purses purses;
    final LaneEngine engine;
    private final AxonConfiguration axon;

    private PurseLedger(Purses purses, LaneEngine engine) {
        this.purses = purses;
        this.engine = engine;
        axon = PurseWiring.of(engine, purses).start();
    }

    private PurseLedger(Purses purses, GroupStore store, LaneSettings settings) {
        this(purses, LaneEngine.open(store, new PurseCodec(), purses, settings));
    }

    /** One that leads. */
    PurseLedger(GroupStore store, LaneSettings settings) {
        this(new Purses(), store, settings);
    }

    static PurseLedger standby(GroupStore store, LaneSettings settings) {
        var purses = new Purses();
        return new PurseLedger(purses, LaneEngine.standby(store, new PurseCodec(), purses, settings));
    }

    /** The one in the stead of this, which is closed. */
    PurseLedger successor() {
        var fresh = new Purses();
        return new PurseLedger(fresh, engine.successor(fresh));
    }

    /** What a standby does again and again. @return whether it leads now */
    boolean takeTurn() {
        engine.follow();
        return engine.lead();
    }

    CompletableFuture<String> send(PurseWish wish) {
        return send(wish, Map.of());
    }

    CompletableFuture<String> send(PurseWish wish, Map<String, String> metadata) {
        var command = new GenericCommandMessage(new MessageType(wish.name().name(), "1"), wish, metadata);
        return axon.getComponent(CommandBus.class).dispatch(command, null).thenApply(answer -> (String) answer.payload());
    }

    /** Waits until all that was sent so far is decided, durable or not. */
    void awaitDecided() {
        Outcomes.get(engine.lane().ask(() -> null));
    }

    /** All committed facts, in order; what they fold into must be what decisions are taken on, and nothing may be pending. */
    List<PurseFact> facts() {
        var codec = new PurseCodec();
        var refolded = new Purses();
        var facts = new ArrayList<PurseFact>();
        Map<String, Object> live = engine.lane().ask(purses::asValue).join();
        engine.reader().read(0, Long.MAX_VALUE, stored -> {
            var event = codec.decode(stored);
            refolded.apply(event, stored.position(), stored.recordedAt());
            facts.add((PurseFact) event.payload());
        });
        assertEquals(refolded.asValue(), live, "what the facts fold into, and what decisions are taken on");
        return facts;
    }

    /** The ids of all committed draws, in order. */
    List<String> draws() {
        return facts().stream().filter(PurseFact.Drawn.class::isInstance).map(fact -> ((PurseFact.Drawn) fact).draw()).toList();
    }

    @Override
    public void close() {
        axon.shutdown();
        engine.close();
    }
}
