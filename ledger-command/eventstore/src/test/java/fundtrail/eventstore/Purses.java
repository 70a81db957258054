package fundtrail.eventstore;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.eventhandling.EventMessage;

/** What decisions about purses are taken on. It fails when the engine folds, takes back or settles what it must not. */
final class Purses implements DecisionState {

    record Purse(long balance, boolean held) {
        static final Purse EMPTY = new Purse(0, false);
    }

    private record Undo(long position, String purse, Purse before, String draw) {}

    private final Map<String, Purse> purses = new HashMap<>();
    private final Set<String> draws = new HashSet<>();
    private final ArrayDeque<Undo> undoLog = new ArrayDeque<>();
    private long next;
    private long settled = -1;
    private volatile boolean broken;

    Purse purse(String name) {
        return purses.getOrDefault(name, Purse.EMPTY);
    }

    boolean knows(String draw) {
        return draws.contains(draw);
    }

    long undoable() {
        return undoLog.size();
    }

    @Override
    public void apply(EventMessage event, long position, Instant recordedAt) {
        if (position != next) throw new AssertionError("position " + position + " instead of " + next);
        var fact = (PurseFact) event.payload();
        Purse before = purse(fact.purse());
        String draw = fact instanceof PurseFact.Drawn drawn && draws.add(drawn.draw()) ? drawn.draw() : null;
        undoLog.add(new Undo(position, fact.purse(), purses.get(fact.purse()), draw));
        purses.put(fact.purse(), switch (fact) {
            case PurseFact.Filled filled -> new Purse(before.balance + filled.amount(), before.held);
            case PurseFact.Drawn drawn -> new Purse(before.balance - drawn.amount(), before.held);
            case PurseFact.Held _ -> new Purse(before.balance, true);
            case PurseFact.Released _ -> new Purse(before.balance, false);
        });
        next++;
    }

    /** From now on nothing can be undone. */
    void breakUndo() {
        broken = true;
    }

    @Override
    public void takeBack(long firstPosition) {
        if (broken) throw new IllegalStateException("broken by the test");
        if (firstPosition <= settled) throw new AssertionError("position " + firstPosition + " was settled");
        while (!undoLog.isEmpty() && undoLog.getLast().position >= firstPosition) {
            Undo undo = undoLog.removeLast();
            if (undo.before == null) purses.remove(undo.purse);
            else purses.put(undo.purse, undo.before);
            if (undo.draw != null) draws.remove(undo.draw);
            next = undo.position;
        }
    }

    @Override
    public void settle(long durablePosition) {
        if (durablePosition <= settled || durablePosition >= next) throw new AssertionError("settled " + durablePosition + " of " + next);
        settled = durablePosition;
        while (!undoLog.isEmpty() && undoLog.getFirst().position <= durablePosition) undoLog.removeFirst();
    }

    /** Everything that decisions can see, to be compared. */
    Map<String, Object> asValue() {
        return Map.of("purses", Map.copyOf(purses), "draws", Set.copyOf(draws), "next", next);
    }
}
