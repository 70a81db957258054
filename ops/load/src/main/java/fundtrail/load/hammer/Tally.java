package fundtrail.load.hammer;

import java.util.concurrent.atomic.LongAdder;

/** What happened on the way. */
final class Tally {
    /** Wishes acknowledged for the first time. */
    final LongAdder postings = new LongAdder();
    /** Asked again with the same key, and answered as before. */
    final LongAdder again = new LongAdder();
    /** The same key with other content, and refused. */
    final LongAdder reused = new LongAdder();
    /** Told to come again (503 with Retry-After). */
    final LongAdder comeAgain = new LongAdder();
    /** No answer: asked again until it was known what became of it. */
    final LongAdder unknown = new LongAdder();
    final LongAdder faults = new LongAdder();
    /** Answers at two clocks that were looked at while it loaded. */
    final LongAdder glances = new LongAdder();
}
