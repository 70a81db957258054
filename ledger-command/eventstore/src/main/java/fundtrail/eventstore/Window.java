package fundtrail.eventstore;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/**
 * The newest facts, in memory: all that are not yet durable, and some that are. The lane writes it, anyone reads it.
 * Below {@link Slice#floor} a reader asks the database, where such facts are committed.
 */
final class Window {

    /** What was in the window at one moment: the matching facts from {@code floor} (inclusive) to {@code end} (exclusive). */
    record Slice(long floor, long end, List<Fact> matching) {}

    private final int keep;
    private final ArrayList<Fact> facts = new ArrayList<>();
    private long floor;

    /** @param keep how many durable facts to keep; up to twice as many may be held */
    Window(int keep) {
        this.keep = keep;
    }

    /** Starts empty, above facts that are all durable. */
    synchronized void startAt(long nextPosition) {
        facts.clear();
        floor = nextPosition;
    }

    /** Adds the next fact, and forgets old ones that are durable. */
    synchronized void add(Fact fact, long durable) {
        facts.add(fact);
        long durableHere = durable + 1 - floor;
        if (durableHere >= 2L * keep) {
            int forgotten = (int) durableHere - keep;
            facts.subList(0, forgotten).clear();
            floor += forgotten;
        }
    }

    synchronized int size() {
        return facts.size();
    }

    synchronized void dropFrom(long position) {
        facts.subList((int) (position - floor), facts.size()).clear();
    }


    /** The matching facts of positions from {@code from} up to but not including {@code until}, as far down as the window goes. */
    synchronized Slice between(long from, long until, EventCriteria criteria) {
        long end = Math.min(until, floor + facts.size());
        List<Fact> matching = new ArrayList<>();
        for (long position = Math.max(from, floor); position < end; position++) {
            Fact fact = facts.get((int) (position - floor));
            if (fact.matches(criteria)) matching.add(fact);
        }
        return new Slice(floor, end, matching);
    }
}
