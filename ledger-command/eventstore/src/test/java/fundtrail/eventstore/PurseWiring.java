package fundtrail.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/** Purses on Axon, wired as an application wires its domain: engine and lane, tags, names, handlers. */
final class PurseWiring {

    private PurseWiring() {}

    static EventSourcingConfigurer of(LaneEngine engine, Purses purses) {
        return engine.configure(EventSourcingConfigurer.create())
                .componentRegistry(components -> components.registerComponent(MessageTypeResolver.class, configuration -> PurseWiring::typeOf))
                .registerTagResolver(configuration -> event -> ((PurseFact) event.payload()).tags())
                .registerCommandHandlingModule(handlers(engine, purses));
    }

    private static Optional<MessageType> typeOf(Class<?> payload) {
        return Optional.of(new MessageType(payload.getSimpleName(), "1"));
    }

    private static CommandHandlingModule.CommandHandlerPhase handlers(LaneEngine engine, Purses purses) {
        var module = CommandHandlingModule.named("purses").commandHandlers();
        for (Class<?> wish : PurseWish.class.getPermittedSubclasses())
            module = module.commandHandler(new QualifiedName(wish.getSimpleName()),
                    configuration -> handler(configuration.getComponent(EventStore.class), engine, purses));
        return module;
    }

    private static CommandHandler handler(EventStore events, LaneEngine engine, Purses purses) {
        return (command, context) -> {
            var wish = (PurseWish) command.payload();
            engine.condition(events, context, EventCriteria.havingTags(Tag.of("purse", wish.purse())));
            List<PurseFact> facts = wish.decide(purses);
            if (!facts.isEmpty()) events.publish(context, messages(facts.stream()));
            return MessageStream.just(new GenericCommandResultMessage(new MessageType("Answer"), facts.isEmpty() ? "done before" : "done"));
        };
    }

    static List<EventMessage> messages(Stream<PurseFact> facts) {
        return facts.<EventMessage>map(fact -> new GenericEventMessage(fact.type(), fact)).toList();
    }
}
