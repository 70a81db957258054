package fundtrail.eventstore;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import fundtrail.eventstore.GroupDelivery.Durable;
import fundtrail.eventstore.GroupDelivery.NotWritten;
import fundtrail.eventstore.GroupDelivery.Outcome;
import fundtrail.eventstore.GroupDelivery.RefusedForGood;
import fundtrail.eventstore.GroupDelivery.Unknown;
import fundtrail.eventstore.LaneFailure.Closed;
import fundtrail.eventstore.LaneFailure.Fenced;
import fundtrail.eventstore.LaneFailure.GroupLost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one thread that writes. It takes group after group from the backlog and leaves none before its outcome is known;
 * should that take too long, callers are told and nothing is decided until it is.
 */
final class GroupWriter {

    private static final System.Logger LOG = System.getLogger(GroupWriter.class.getName());
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(1);

    private final GroupDelivery delivery;
    private final Backlog backlog;
    private final Head head;
    private final Lane lane;
    private final Door door;
    private final Completer completer;
    private final LaneMeasures measures;
    private final Thread thread = Thread.ofPlatform().daemon().name("ledger-writer").unstarted(this::run);
    /** Taken from the backlog and not answered: what must be answered whatever happens. */
    private List<Append> underWay = List.of();
    private volatile boolean finishing;

    GroupWriter(GroupDelivery delivery, Backlog backlog, Head head, Lane lane, Door door, Completer completer, LaneMeasures measures) {
        this.delivery = delivery;
        this.backlog = backlog;
        this.head = head;
        this.lane = lane;
        this.door = door;
        this.completer = completer;
        this.measures = measures;
    }

    void start() {
        thread.start();
    }

    /** Waits until the closed backlog is written, or given up. */
    void finish() throws InterruptedException {
        finishing = true;
        thread.join();
    }

    private void run() {
        try {
            writeUntilFenced();
        } catch (InterruptedException | RuntimeException | Error broken) {
            LOG.log(ERROR, "The ledger's writer stopped. Start this node anew: it folds what is committed.", broken);
            giveUp("its writer stopped", broken);
        }
    }

    private void writeUntilFenced() throws InterruptedException {
        try {
            long keptAlive = System.nanoTime();
            while (!backlog.isFinished()) {
                Optional<Group> group = backlog.take(KEEP_ALIVE);
                if (group.isPresent()) write(group.get());
                if (System.nanoTime() - keptAlive >= KEEP_ALIVE.toNanos()) {
                    delivery.keepAlive();
                    keptAlive = System.nanoTime();
                }
            }
        } catch (Fenced fenced) {
            LOG.log(WARNING, fenced.getMessage());
            takeBack(fenced, fenced, () -> door.fence(fenced));
        }
    }

    private void write(Group group) {
        underWay = group.appends();
        Outcome outcome = delivery.deliver(group);
        if (outcome instanceof RefusedForGood && group.appends().size() > 1) writeOneByOne(group.appends());
        else settle(group, outcome);
    }

    /** One of these was refused. Those before it are not to blame, so they are written; it and what stood on it fails. */
    private void writeOneByOne(List<Append> appends) {
        for (Append append : appends) {
            Group alone = Group.of(List.of(append));
            Outcome outcome = delivery.deliver(alone);
            settle(alone, outcome);
            if (!(outcome instanceof Durable)) return;
        }
    }

    private void settle(Group group, Outcome outcome) {
        switch (outcome) {
            case Durable() -> confirm(group);
            case RefusedForGood(var refusal) -> {
                measures.refused.increment();
                takeBack(refusal, GroupLost.behind(refusal), () -> {});
            }
            case NotWritten(var why) -> {
                LOG.log(WARNING, why.getMessage());
                takeBack(why, why, () -> {});
            }
            case Unknown(var lost) -> {
                LOG.log(WARNING, "The ledger's database does not answer. Nothing is decided until it does.", lost.getCause());
                takeBack(lost, lost, () -> door.suspend(lost));
                awaitReturn(group);
            }
        }
    }

    private void confirm(Group group) {
        if (group.hasFacts()) head.confirm(group.facts());
        answered(group.appends());
        measures.count(group);
        completer.durable(group);
    }

    /**
     * Undoes all that is not durable and fails those who wait for it. In the lane: no decision is under way meanwhile,
     * and the next one stands on nothing that was undone.
     */
    private void takeBack(LaneFailure first, LaneFailure others, Runnable changeDoor) {
        measures.takenBack.increment();
        lane.urgently(() -> {
            changeDoor.run();
            head.takeBack();
            fail(first, others);
            return null;
        }).join();
    }

    /** The database is away, and {@code group} may or may not be in it. Finds out, and goes on from there. */
    private void awaitReturn(Group group) {
        Optional<Boolean> arrived;
        while ((arrived = delivery.arrived(group)).isEmpty()) {
            if (finishing) return;
            GroupDelivery.pause();
        }
        boolean durable = arrived.get();
        lane.urgently(() -> {
            if (durable) {
                head.advance(group.facts());
                confirm(new Group(List.of(), group.facts()));
            }
            door.reopen();
            return null;
        }).join();
        LOG.log(INFO, "The ledger's database is back. The group under way was " + (durable ? "" : "not ") + "committed.");
    }

    /** Something failed that must not. Whatever state is worth now, nobody waits for ever, and nothing more is decided. */
    private void giveUp(String why, Throwable cause) {
        lane.urgently(() -> {
            door.stop(why, cause);
            Closed closed = new Closed(why, cause);
            fail(closed, closed);
            return null;
        }).join();
    }

    private void fail(LaneFailure first, LaneFailure others) {
        List<Append> lost = new ArrayList<>(underWay);
        lost.addAll(backlog.giveUp());
        answered(lost);
        if (lost.isEmpty()) return;
        completer.lost(lost.subList(0, 1), first);
        completer.lost(lost.subList(1, lost.size()), others);
    }

    private void answered(List<Append> appends) {
        underWay = underWay.size() <= appends.size() ? List.of() : underWay.subList(appends.size(), underWay.size());
        if (backlog.done(appends)) lane.wake();
    }
}
