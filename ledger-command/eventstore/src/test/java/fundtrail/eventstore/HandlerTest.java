package fundtrail.eventstore;

import static fundtrail.eventstore.Outcomes.await;
import static fundtrail.eventstore.Outcomes.failure;
import static fundtrail.eventstore.Outcomes.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What handlers may do, and what they may not. */
class HandlerTest {

    private static final MessageType WISH = new MessageType("Wish", "1");
    private static final CommandResultMessage DONE = new GenericCommandResultMessage(new MessageType("Answer"), "done");

    private final LaneEngine engine = LaneEngine.open(new InMemoryGroupStore(), new TextCodec(), new FoldedTexts(), LaneSettings.defaults());
    private AxonConfiguration axon;
    private EventStore events;

    private CompletableFuture<?> send(CommandHandler handler) {
        axon = engine.configure(EventSourcingConfigurer.create())
                .registerTagResolver(configuration -> event -> Set.of(Tag.of("all", "1")))
                .registerCommandHandlingModule(CommandHandlingModule.named("wishes").commandHandlers().commandHandler(WISH.qualifiedName(), handler))
                .start();
        events = axon.getComponent(EventStore.class);
        return axon.getComponent(CommandBus.class).dispatch(new GenericCommandMessage(WISH, "wish"), null);
    }

    @AfterEach
    void stop() {
        axon.shutdown();
        engine.close();
    }

    @Test
    void a_handler_that_decides_on_another_thread_is_told_so_and_can_append_nothing() throws Exception {
        var mayGoOn = new CountDownLatch(1);
        var late = new CompletableFuture<CommandResultMessage>();
        var afterwards = new AtomicReference<Throwable>();
        var over = new CountDownLatch(1);
        var answer = send((command, context) -> {
            context.onError((unitOfWork, phase, failure) -> {
                afterwards.set(failure);
                over.countDown();
            });
            Thread.ofPlatform().start(() -> {
                try {
                    assertTrue(mayGoOn.await(30, TimeUnit.SECONDS));
                    events.publish(context, List.of(noted("too late")));
                    late.complete(DONE);
                } catch (InterruptedException interrupted) {
                    late.completeExceptionally(interrupted);
                }
            });
            return MessageStream.fromFuture(late);
        });
        failure(LaneFailure.LeftTheLane.class, answer);
        mayGoOn.countDown();
        assertTrue(over.await(30, TimeUnit.SECONDS), "the unit of work ends");
        Throwable refusal = afterwards.get() instanceof CompletionException wrapper ? wrapper.getCause() : afterwards.get();
        assertEquals(LaneFailure.LeftTheLane.class, refusal.getClass());
        assertEquals(-1, get(engine.lane().ask(engine::head)));
    }

    @Test
    void whatever_a_handler_throws_is_the_answer() {
        assertEquals("no", failure(UnsupportedOperationException.class, send((command, context) -> {
            throw new UnsupportedOperationException("no");
        })).getMessage());
    }

    @Test
    void nothing_is_appended_by_a_handler_that_fails_after_publishing() {
        failure(UnsupportedOperationException.class, send((command, context) -> {
            events.publish(context, List.of(noted("never")));
            throw new UnsupportedOperationException("no");
        }));
        assertEquals(-1, engine.head());
    }

    @Test
    void all_that_a_handler_publishes_is_one_append() {
        get(send((command, context) -> {
            events.publish(context, List.of(noted("a"), noted("b")));
            events.publish(context, List.of(noted("c")));
            return MessageStream.just(DONE);
        }));
        assertEquals(2, engine.durable());
        assertEquals(1, engine.measures().groups.sum());
        assertEquals(engine.reader().at(0).orElseThrow().recordedAt(), engine.reader().at(2).orElseThrow().recordedAt());
    }

    @Test
    void events_published_outside_a_command_go_through_the_lane() {
        get(send((command, context) -> MessageStream.just(DONE)));
        get(events.publish(null, List.of(noted("from outside"))));
        await("durable", () -> engine.durable() == 0);
    }

    @Test
    void a_condition_stated_at_the_head_holds_in_the_lane_whatever_came_before() {
        get(send((command, context) -> {
            engine.condition(events, context, EventCriteria.havingTags(Tag.of("all", "1")));
            events.publish(context, List.of(noted("a")));
            return MessageStream.just(DONE);
        }));
        for (int i = 0; i < 5; i++) get(axon.getComponent(CommandBus.class).dispatch(new GenericCommandMessage(WISH, "wish"), null));
        assertEquals(5, engine.durable());
    }

    @Test
    void a_command_nobody_handles_is_answered() {
        get(send((command, context) -> MessageStream.just(DONE)));
        var unknown = axon.getComponent(CommandBus.class).dispatch(new GenericCommandMessage(new MessageType("Unknown"), "?"), null);
        assertThrows(CompletionException.class, unknown::join);
    }

    private static EventMessage noted(String text) {
        return new GenericEventMessage(new MessageType("Noted", "1"), text, Map.of());
    }
}
