package fundtrail.load.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Appends beside raw commits, all on one fund source, one allotment and one payment. */
final class Appends {
    private static final Map<Integer, String> ASKED = Map.of(1, "≥ 0.65", 32, "≥ 0.95; p99 < 8 ms", 128, "≥ 1.8");

    private Appends() {}

    static List<Figure> figures(Bed bed) throws Exception {
        RawCommits raw = bed.raw();
        List<Figure> figures = new ArrayList<>();
        try (InOneJvm ledger = new InOneJvm(bed.site(), bed.copy("appends"))) {
            for (int callers : new int[] {1, 32, 128}) {
                String yardstick = "raw commits, " + callers + " callers";
                String appends = "appends, " + callers + " callers";
                Rounds rounds = bed.measure().contest()
                        .with(yardstick, () -> raw.spell(callers, bed.measure().spell()))
                        .with(appends, () -> ledger.spell(callers, bed.measure().spell(), Bed.payment(0)))
                        .run();
                figures.add(rounds.figure(yardstick));
                figures.add(rounds.figure(appends, yardstick, ASKED.get(callers)));
                figures.addAll(ledger.stages().taken(appends));
            }
        }
        return figures;
    }
}
