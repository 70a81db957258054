package fundtrail.eventstore;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One thread that does one thing after another, and the bounded queue before it. Everything that changes the head of
 * the ledger, or must see it stand still, happens here.
 */
public final class Lane {

    private static final System.Logger LOG = System.getLogger(Lane.class.getName());

    private final int capacity;
    private final Runnable entrance;
    private final BooleanSupplier room;
    private final Thread thread = Thread.ofPlatform().daemon().name("ledger-lane").unstarted(this::run);
    private final ArrayDeque<Runnable> urgent = new ArrayDeque<>();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean closed;
    private boolean stopped;
    private boolean busy;

    /**
     * @param capacity how many tasks may wait
     * @param entrance throws where no task may wait at all, because the lane has not started
     * @param room     false makes waiting tasks wait on (urgent ones run); call {@link #wake} when it turns true
     */
    Lane(int capacity, Runnable entrance, BooleanSupplier room) {
        this.capacity = capacity;
        this.entrance = entrance;
        this.room = room;
    }

    void start() {
        thread.start();
    }

    /**
     * Runs a task after those that wait already.
     *
     * @throws LaneFailure.LaneFull if as many as the lane holds are waiting
     * @throws LaneFailure.Closed   if the lane takes nothing more
     * @throws LaneFailure.Standby  if another node writes
     */
    public synchronized void execute(Runnable task) {
        entrance.run();
        if (closed) throw new LaneFailure.Closed("it is shutting down", null);
        if (waiting.size() >= capacity) throw new LaneFailure.LaneFull(capacity);
        waiting.add(task);
        notifyAll();
    }

    /**
     * Asks something in the lane, after what waits already: a reading of the decision state that no decision disturbs.
     * The answer may stand on facts that are not yet durable.
     */
    public <T> CompletableFuture<T> ask(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        execute(() -> completeWith(answer, question));
        return answer;
    }

    /** Runs a task before all that wait, even where there is no room. */
    <T> CompletableFuture<T> urgently(Supplier<T> task) {
        var answer = new CompletableFuture<T>();
        synchronized (this) {
            if (stopped) throw new LaneFailure.Closed("its lane has stopped", null);
            urgent.add(() -> completeWith(answer, task));
            notifyAll();
        }
        return answer;
    }

    /** Whether the caller runs in the lane. */
    boolean isHere() {
        return Thread.currentThread() == thread;
    }

    /** How many tasks wait. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** Looks again whether there is room. */
    synchronized void wake() {
        notifyAll();
    }

    /** Takes nothing more and waits until what was waiting is done. Urgent tasks are still run. */
    synchronized void drain() throws InterruptedException {
        closed = true;
        while (thread.isAlive() && (busy || !waiting.isEmpty() || !urgent.isEmpty())) wait();
    }

    /** Ends the thread after the urgent tasks. */
    void stop() throws InterruptedException {
        synchronized (this) {
            closed = true;
            stopped = true;
            notifyAll();
        }
        thread.join();
    }

    private void run() {
        for (Runnable task; (task = next()) != null; ) {
            try {
                task.run();
            } catch (RuntimeException | Error escaped) {
                LOG.log(System.Logger.Level.ERROR, "A task of the lane threw what it should have answered.", escaped);
            }
        }
    }

    private synchronized Runnable next() {
        busy = false;
        while (true) {
            if (urgent.isEmpty() && waiting.isEmpty()) notifyAll();
            Runnable task = !urgent.isEmpty() ? urgent.poll() : room.getAsBoolean() ? waiting.poll() : null;
            if (task != null) {
                busy = true;
                return task;
            }
            if (stopped) return null;
            try {
                wait();
            } catch (InterruptedException nobodyMayStopTheLaneSo) {
                LOG.log(System.Logger.Level.WARNING, "The lane was interrupted and goes on.");
            }
        }
    }

    private static <T> void completeWith(CompletableFuture<T> answer, Supplier<T> question) {
        try {
            answer.complete(question.get());
        } catch (RuntimeException | Error failure) {
            answer.completeExceptionally(failure);
        }
    }
}
