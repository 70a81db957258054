package fundtrail.eventstore;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Answers those who wait, on a thread of its own: what callers do with an answer must hold up neither lane nor writer. */
final class Completer {

    private static final System.Logger LOG = System.getLogger(Completer.class.getName());

    private final GroupHook hook;
    private final Runnable advanced;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ledger-completer").factory());

    /** @param advanced what to call whenever more facts are durable */
    Completer(GroupHook hook, Runnable advanced) {
        this.hook = hook;
        this.advanced = advanced;
    }

    /** Tells the group's callers that their facts are durable. */
    void durable(Group group) {
        thread.execute(() -> {
            tell(GroupHook.Step.BEFORE_COMPLETE, group);
            for (Append append : group.appends()) append.answer().complete(null);
            advanced.run();
            tell(GroupHook.Step.AFTER_COMPLETE, group);
        });
    }

    void lost(List<Append> appends, LaneFailure why) {
        thread.execute(() -> {
            for (Append append : appends) append.answer().completeExceptionally(why);
        });
    }

    /** Gives any other answer. */
    void run(Runnable answer) {
        thread.execute(answer);
    }

    /** Waits until everybody is answered. */
    void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS))
            LOG.log(System.Logger.Level.WARNING, "Callers of the last groups are still working on their answers.");
    }

    private void tell(GroupHook.Step step, Group group) {
        if (!group.hasFacts()) return;
        try {
            hook.at(step, group.first(), group.last());
        } catch (GroupStore.Lost | RuntimeException tooLate) {
            LOG.log(System.Logger.Level.WARNING, "A hook failed at " + step + ", where the group is durable whatever happens.", tooLate);
        }
    }
}
