package fundtrail.load.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Contestants who take turns, round after round, so that whatever else the machine does meets them alike. What counts is
 * the median over the rounds: of each figure, and of its ratio to the yardstick's in the same round.
 */
final class Rounds {
    /** One turn of a contestant. */
    interface Turn {
        Spell take() throws Exception;
    }

    private final Duration warming;
    private final int rounds;
    private final PrintStream told;
    private final Map<String, Turn> contestants = new LinkedHashMap<>();
    private final Map<String, List<Spell>> spells = new LinkedHashMap<>();

    /** @param warming how long the contestants take turns before any is counted, so that code is compiled and pages are in memory */
    Rounds(Duration warming, int rounds, PrintStream told) {
        this.warming = warming;
        this.rounds = rounds;
        this.told = told;
    }

    Rounds with(String contestant, Turn turn) {
        contestants.put(contestant, turn);
        spells.put(contestant, new ArrayList<>());
        return this;
    }

    Rounds run() throws Exception {
        for (long end = System.nanoTime() + warming.toNanos(); System.nanoTime() < end; ) {
            for (Turn turn : contestants.values()) {
                turn.take();
            }
        }
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Turn> contestant : contestants.entrySet()) {
                Spell spell = contestant.getValue().take();
                spells.get(contestant.getKey()).add(spell);
                told.printf(Locale.ROOT, "  round %d of %d: %-36s %8.0f/s  p50 %.2f ms  p99 %.2f ms%n", round, rounds,
                        contestant.getKey(), spell.perSecond(), spell.millis(0.5), spell.millis(0.99));
            }
        }
        return this;
    }

    /** The figure of a contestant who is not compared, such as a yardstick. */
    Figure figure(String what) {
        return figure(what, null, "");
    }

    /** @param asked what the ratio, or the 99th percentile, shall be */
    Figure figure(String what, String yardstick, String asked) {
        List<Spell> own = spells.get(what);
        return new Figure(what, median(own.stream().map(Spell::perSecond).toList()), "/s",
                median(own.stream().map(spell -> spell.millis(0.5)).toList()),
                median(own.stream().map(spell -> spell.millis(0.99)).toList()),
                yardstick, yardstick == null ? null : ratio(what, yardstick, Spell::perSecond), asked);
    }

    /** What is taken from a spell to be compared. */
    interface Of {
        double of(Spell spell);
    }

    /** The median over the rounds of this contestant's to that one's. */
    double ratio(String what, String yardstick, Of of) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ratios.add(of.of(spells.get(what).get(round)) / of.of(spells.get(yardstick).get(round)));
        }
        return median(ratios);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
