package fundtrail.command.memory;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Remembers how to undo each change to what is kept, fact by fact, until the fact is durable. When a group of facts is
 * lost, what they changed is taken back, newest first.
 */
final class Journal {
    private record Change(long position, Runnable undo) {}

    private final Deque<Change> changes = new ArrayDeque<>();
    private long position;
    private boolean durable;

    /** The changes that follow belong to the fact at {@code position}. */
    void at(long position) {
        this.position = position;
        this.durable = false;
    }

    /** The changes that follow belong to a fact that is durable: they are never taken back. */
    void atDurable() {
        this.durable = true;
    }

    void changed(Runnable undo) {
        if (!durable) {
            changes.addLast(new Change(position, undo));
        }
    }

    void takeBack(long firstPosition) {
        while (!changes.isEmpty() && changes.peekLast().position() >= firstPosition) {
            changes.removeLast().undo().run();
        }
    }

    void settle(long durablePosition) {
        while (!changes.isEmpty() && changes.peekFirst().position() <= durablePosition) {
            changes.removeFirst();
        }
    }
}
