package fundtrail.eventstore;

import fundtrail.eventstore.GroupHook.Step;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills something, once, when for the nth time somebody comes to a step. To where groups come only when they were lost, one is lost before. */
final class KillAt implements GroupHook {

    private final Step step;
    private final AtomicInteger left;
    private final Runnable kill;
    private volatile boolean lost;

    KillAt(Step step, int nth, Runnable kill) {
        this.step = step;
        this.left = new AtomicInteger(nth);
        this.kill = kill;
    }

    @Override
    public void at(Step at, long first, long last) throws GroupStore.Lost {
        if (step != Step.BEFORE_LOOKING_UP) {
            if (at == step && left.decrementAndGet() == 0) kill.run();
        } else if (at == Step.AFTER_SEND_BEFORE_ANSWER && left.decrementAndGet() == 0) {
            lost = true;
            throw new GroupStore.Lost("lost by the test", null);
        } else if (at == step && lost) {
            lost = false;
            kill.run();
        }
    }
}
