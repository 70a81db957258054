package fundtrail.load.bench;

import fundtrail.eventstore.LaneWatch;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Where the time of an append goes, as means of all since the last look; what is missing to the whole are hand-overs between threads. */
final class Stages implements LaneWatch {
    private static final class Mean {
        private final LongAdder nanos = new LongAdder();
        private final LongAdder number = new LongAdder();

        void add(long one) {
            nanos.add(one);
            number.increment();
        }

        Figure taken(String what) {
            long of = number.sumThenReset();
            return Figure.alone(what, of == 0 ? 0 : nanos.sumThenReset() / 1e6 / of, "ms", "");
        }
    }

    private final Mean wait = new Mean();
    private final Mean decide = new Mean();
    private final Mean commit = new Mean();

    @Override
    public void waited(long nanos) {
        wait.add(nanos);
    }

    @Override
    public void decided(long nanos) {
        decide.add(nanos);
    }

    @Override
    public void committed(int facts, long bytes, long nanos) {
        commit.add(nanos);
    }

    /** Means since the last call, in milliseconds. */
    List<Figure> taken(String of) {
        return List.of(
                wait.taken(of + ": a wish waits for its turn"),
                decide.taken(of + ": it is decided, in the lane"),
                commit.taken(of + ": its group is committed"));
    }
}
