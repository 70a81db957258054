package fundtrail.query.follow;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Lets a read wait until what its caller wrote has been worked in. */
public final class AwaitPosition {
    private final Lock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long reached = -1;

    /** Everything up to {@code position} is worked in. */
    void reached(long position) {
        lock.lock();
        try {
            reached = position;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The last position worked in, as far as this process knows; −1 before the first. */
    public long reached() {
        lock.lock();
        try {
            return reached;
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@code position} is worked in, waiting for it up to {@code atMost}. */
    public boolean until(long position, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (reached < position && left > 0) {
                left = moved.awaitNanos(left);
            }
            return reached >= position;
        } finally {
            lock.unlock();
        }
    }
}
