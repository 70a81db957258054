package fundtrail.eventstore;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/**
 * Leads every command through the lane: decisions are taken one after another, each on all before it, and every answer
 * waits until the head it was judged at is durable. So no caller hears of facts that may never have been.
 */
public final class LaneBus implements CommandBus {

    /** Inside Axon's intercepting bus: what intercepts the sending of a command runs before the lane, on the sender's thread. */
    public static final int ORDER = Integer.MIN_VALUE + 50;

    /** A command's metadata under this key, in epoch milliseconds, is the time after which its decision need not begin. */
    public static final String DEADLINE = "deadline";

    private static final ResourceKey<Boolean> DECIDES = ResourceKey.withLabel("decidesInLane");

    private final CommandBus bus;
    private final LaneEngine engine;
    private final LaneSettings settings;

    LaneBus(CommandBus bus, LaneEngine engine, LaneSettings settings) {
        this.bus = bus;
        this.engine = engine;
        this.settings = settings;
    }

    /** Whether this context belongs to a command of the lane. */
    static boolean decides(ProcessingContext context) {
        return context != null && context.containsResource(DECIDES);
    }

    @Override
    public CompletableFuture<CommandResultMessage> dispatch(CommandMessage command, ProcessingContext context) {
        var answer = new CompletableFuture<CommandResultMessage>();
        try {
            String deadline = command.metadata().get(DEADLINE);
            Instant latest = deadline == null ? Instant.MAX : Instant.ofEpochMilli(Long.parseLong(deadline));
            long asked = System.nanoTime();
            engine.lane().execute(() -> decideUntil(latest, asked, command, context, answer));
        } catch (LaneFailure | NumberFormatException refused) {
            answer.completeExceptionally(refused);
        }
        return answer;
    }

    private void decideUntil(Instant latest, long asked, CommandMessage command, ProcessingContext context, CompletableFuture<CommandResultMessage> answer) {
        settings.watch().waited(System.nanoTime() - asked);
        if (settings.clock().instant().isAfter(latest)) fail(answer, new LaneFailure.DeadlinePassed(latest));
        else decide(command, context, answer, 1);
    }

    private void decide(CommandMessage command, ProcessingContext context, CompletableFuture<CommandResultMessage> answer, int attempt) {
        try {
            engine.checkOpen();
        } catch (LaneFailure shut) {
            fail(answer, shut);
            return;
        }
        long started = System.nanoTime();
        long before = engine.decisions().appends();
        CompletableFuture<CommandResultMessage> decision = decision(command, context);
        boolean appended = engine.decisions().appends() != before;
        if (!appended && !decision.isDone())
            decision = CompletableFuture.failedFuture(new LaneFailure.LeftTheLane("The handler of " + command.type().name()));
        engine.measures().decisions.increment();
        settings.watch().decided(System.nanoTime() - started);
        CompletableFuture<CommandResultMessage> durable = appended ? decision : onceJudgedOnDurable(decision);
        durable.whenComplete((result, failure) -> {
            Throwable cause = unwrapped(failure);
            boolean again = cause instanceof LaneFailure.GroupLost lost && lost.byAnother() && attempt < settings.attempts();
            if (again) decideAgain(command, context, answer, attempt + 1);
            else if (cause != null) answer.completeExceptionally(cause);
            else answer.complete(result);
        });
    }

    private CompletableFuture<CommandResultMessage> decision(CommandMessage command, ProcessingContext context) {
        try {
            return bus.dispatch(command, context);
        } catch (RuntimeException | Error failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    /** A refusal, or "done before", may stand on facts that are not durable yet. */
    private CompletableFuture<CommandResultMessage> onceJudgedOnDurable(CompletableFuture<CommandResultMessage> decision) {
        return engine.decisions().durableHead().thenCompose(durable -> decision);
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException wrapper && wrapper.getCause() != null ? unwrapped(wrapper.getCause()) : failure;
    }

    /** Not in the lane: what a caller does with the answer must not hold it up. */
    private void fail(CompletableFuture<CommandResultMessage> answer, LaneFailure failure) {
        engine.completer().run(() -> answer.completeExceptionally(failure));
    }

    private void decideAgain(CommandMessage command, ProcessingContext context, CompletableFuture<CommandResultMessage> answer, int attempt) {
        engine.measures().redecided.increment();
        try {
            engine.lane().urgently(() -> {
                decide(command, context, answer, attempt);
                return null;
            });
        } catch (LaneFailure stopped) {
            answer.completeExceptionally(stopped);
        }
    }

    @Override
    public CommandBus subscribe(QualifiedName name, CommandHandler handler) {
        bus.subscribe(name, (command, context) -> {
            context.putResource(DECIDES, true);
            return handler.handle(command, context);
        });
        return this;
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeWrapperOf(bus);
        descriptor.describeProperty("engine", engine);
    }
}
