package fundtrail.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was decided and is not yet durable, in order: the lane adds, the writer takes groups. */
final class Backlog {

    private final LaneSettings settings;
    private final ArrayDeque<Append> appends = new ArrayDeque<>();
    private long pendingFacts;
    private long pendingBytes;
    private boolean closed;

    Backlog(LaneSettings settings) {
        this.settings = settings;
    }

    synchronized void add(Append append) {
        appends.add(append);
        pendingFacts += append.facts().size();
        pendingBytes += append.bytes();
        notifyAll();
    }

    /**
     * The next group: as many whole appends as fit, and at least one, however large. Empty when none came within the
     * given time, or when the backlog was closed and everything was taken.
     */
    synchronized Optional<Group> take(Duration wait) throws InterruptedException {
        long until = System.nanoTime() + wait.toNanos();
        while (appends.isEmpty() && !closed) {
            long left = until - System.nanoTime();
            if (left <= 0) return Optional.empty();
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        if (appends.isEmpty()) return Optional.empty();
        List<Append> group = new ArrayList<>();
        long facts = 0;
        long bytes = 0;
        do {
            Append append = appends.poll();
            group.add(append);
            facts += append.facts().size();
            bytes += append.bytes();
        } while (!appends.isEmpty()
                && facts + appends.peek().facts().size() <= settings.groupFacts()
                && bytes + appends.peek().bytes() <= settings.groupBytes());
        return Optional.of(Group.of(group));
    }

    /** Takes out all that is waiting: it will not be written. */
    synchronized List<Append> giveUp() {
        List<Append> all = List.copyOf(appends);
        appends.clear();
        return all;
    }

    /** These, taken before, are pending no longer. @return whether there was no room, so that the lane may be waiting for it */
    synchronized boolean done(List<Append> taken) {
        boolean wasFull = !hasRoom();
        for (Append append : taken) {
            pendingFacts -= append.facts().size();
            pendingBytes -= append.bytes();
        }
        return wasFull;
    }

    /** Whether more may be decided before some of it is durable. */
    synchronized boolean hasRoom() {
        return pendingFacts < settings.backlogFacts() && pendingBytes < settings.backlogBytes();
    }

    synchronized long pendingFacts() {
        return pendingFacts;
    }

    synchronized boolean isFinished() {
        return closed && appends.isEmpty();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
