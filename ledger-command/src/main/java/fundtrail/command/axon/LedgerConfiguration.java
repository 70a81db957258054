package fundtrail.command.axon;

import com.fasterxml.jackson.databind.ObjectMapper;
import fundtrail.command.Slices;
import fundtrail.command.decide.Command;
import fundtrail.command.gate.Gate;
import fundtrail.command.known.Known;
import fundtrail.command.open.OpenLedger;
import fundtrail.command.propose.ProposalStep;
import fundtrail.contract.Fact;
import fundtrail.contract.Json;
import fundtrail.eventstore.EventCodec;
import fundtrail.eventstore.GroupStore;
import fundtrail.eventstore.LaneEngine;
import fundtrail.eventstore.LaneSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.conversion.Converter;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.QualifiedName;

/** How Axon is put together: the engine and its lane, one handler for all commands, facts known by their own names. */
public final class LedgerConfiguration {
    private LedgerConfiguration() {}

    /** An engine that stands by on a store, with the state decisions will be made on. */
    public static LaneEngine standby(GroupStore store, Known known, LaneSettings settings) {
        return LaneEngine.standby(store, codec(), new HeadState(known), settings);
    }

    /** An engine that stands by in the stead of one that is closed, with a state of its own. */
    public static LaneEngine successor(LaneEngine engine, Known known) {
        return engine.successor(new HeadState(known));
    }

    public static EventCodec codec() {
        return new LedgerEventCodec();
    }

    /** Everything but {@code build()} and {@code start()}. */
    public static EventSourcingConfigurer configurer(LaneEngine engine, Known known, Slices slices) {
        EventSourcingConfigurer configurer = EventSourcingConfigurer.create();
        engine.configure(configurer);
        // Tags are what Axon would source by. Nothing does: the state is folded once, the reading side makes its own. Each
        // would cost a row and an index entry in every commit (ops/decisions/0013).
        configurer.registerTagResolver(axon -> event -> Set.of());
        configurer.componentRegistry(components -> components
                .registerComponent(Converter.class, axon -> new JacksonConverter((ObjectMapper) Json.MAPPER))
                .registerComponent(MessageTypeResolver.class, axon -> LedgerConfiguration::typeOf));
        WishHandler handler = new WishHandler(new Gate(slices), known, engine);
        CommandHandlingModule.CommandHandlerPhase module = CommandHandlingModule.named("ledger").commandHandlers();
        for (Class<? extends Command> command : commands(slices)) {
            module.commandHandler(new QualifiedName(command.getSimpleName()), axon -> {
                EventStore store = axon.getComponent(EventStore.class);
                return (message, context) -> handler.handle(message, context, store);
            });
        }
        OpeningHandler opening = new OpeningHandler(known, engine);
        module.commandHandler(new QualifiedName(OpenLedger.class.getSimpleName()), axon -> {
            EventStore store = axon.getComponent(EventStore.class);
            return (message, context) -> opening.handle(message, context, store);
        });
        return configurer.registerCommandHandlingModule(module);
    }

    /** Every command a person can ask for, the steps of a proposal included. */
    public static List<Class<? extends Command>> commands(Slices slices) {
        List<Class<? extends Command>> commands = new ArrayList<>();
        slices.all().forEach(slice -> commands.add(slice.command()));
        Stream.of(ProposalStep.class.getPermittedSubclasses())
                .forEach(step -> commands.add(step.asSubclass(Command.class)));
        return commands;
    }

    private static Optional<MessageType> typeOf(Class<?> payload) {
        if (Fact.class.isAssignableFrom(payload)) {
            return Optional.of(FactMessages.type(payload));
        }
        return Optional.of(new MessageType(payload.getSimpleName(), MessageType.DEFAULT_VERSION));
    }
}
