package fundtrail.load.bench;

import fundtrail.load.site.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long it takes from the start of a node's process to its first posting, when there are many facts. */
final class FirstPosting {
    private static final int STARTS = 3;
    private static final long LOOK_MILLIS = 20;

    private FirstPosting() {}

    static List<Figure> figures(Bed bed) throws Exception {
        Measure measure = bed.measure();
        String database = bed.copy("started");
        try (InOneJvm ledger = new InOneJvm(bed.site(), database)) {
            long missing = measure.facts() - ledger.head() - 1;
            for (long begun = 0; begun < missing; begun += Bed.ALLOTMENTS) {
                ledger.fill(Math.min(Bed.ALLOTMENTS, missing - begun), Bed.payment((int) (begun / Bed.ALLOTMENTS) % Bed.ALLOTMENTS));
            }
        }
        List<Double> seconds = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            seconds.add(start(bed, database, start));
            measure.told().printf(Locale.ROOT, "  start %d of %d: %.1f s%n", start + 1, STARTS, seconds.getLast());
        }
        return List.of(Figure.alone("start to first posting at %,d facts".formatted(measure.facts()),
                Rounds.median(seconds), "s", "< 10 s"));
    }

    private static double start(Bed bed, String database, int number) throws Exception {
        try (Service node = bed.site().commandNode("start-" + number, database, List.of("-Xmx2g"))) {
            try (OverHttp client = new OverHttp(node.port(), bed.site().issuer(), 1, Bed.BATCH)) {
                long begun = System.nanoTime();
                node.start();
                while (!posts(client, node)) {
                    Thread.sleep(LOOK_MILLIS);
                }
                return (System.nanoTime() - begun) / 1e9;
            }
        }
    }

    private static boolean posts(OverHttp client, Service node) throws Exception {
        try {
            client.post(0, _ -> 1);
            return true;
        } catch (IOException notYet) {
            if (!node.isAlive()) {
                throw new IllegalStateException("the node ended; its log says:\n" + node.log(), notYet);
            }
            return false;
        }
    }
}
