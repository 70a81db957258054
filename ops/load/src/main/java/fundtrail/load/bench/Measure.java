package fundtrail.load.bench;

import java.io.PrintStream;
import java.time.Duration;

/**
 * How long and how often is measured.
 *
 * @param warming before anything is counted: a cold service takes a minute under load until its code is compiled
 * @param spell  of one contestant in one round
 * @param rounds of which each gives a ratio
 * @param behind how many postings lie behind one whose cost shall not depend on them
 * @param facts  how many there are when a start is timed
 * @param rows   of a batch that is paid
 * @param told   where it is told how it goes
 */
record Measure(Duration warming, Duration spell, int rounds, long behind, long facts, int rows, PrintStream told) {
    static Measure full(PrintStream told) {
        return new Measure(Duration.ofSeconds(90), Duration.ofSeconds(3), 7, 100_000, 1_000_000, 10_000, told);
    }

    static Measure quick(PrintStream told) {
        return new Measure(Duration.ofSeconds(10), Duration.ofSeconds(1), 3, 10_000, 60_000, 1_000, told);
    }

    Rounds contest() {
        return new Rounds(warming, rounds, told);
    }
}
