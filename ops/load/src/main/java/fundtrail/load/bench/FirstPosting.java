package fundtrail.load.bench;

import fundtrail.load.site.Service;
import fundtrail.load.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** How long it takes from the start of a node's process to its first posting, when there are many facts. */
final class FirstPosting {
    private static final String NODE = "started";
    private static final int STARTS = 3;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(15);

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
        Path snapshots = bed.site().snapshots(NODE);
        Service node = bed.site().commandNode(NODE, database, Site.LASTING);
        try (node; OverHttp client = new OverHttp(node.port(), bed.site().issuer(), 1, Bed.BATCH)) {
            double folding = start(node, client, measure);
            await(snapshots);
            List<Double> restoring = new ArrayList<>();
            for (int start = 0; start < STARTS; start++) {
                node.close();
                restoring.add(start(node, client, measure));
            }
            String facts = "%,d facts".formatted(measure.facts());
            return List.of(
                    Figure.alone("start to first posting at " + facts + ", from a snapshot", Rounds.median(restoring), "s", "< 10 s"),
                    Figure.alone("start to first posting at " + facts + ", folding them all", folding, "s", ""));
        }
    }

    private static double start(Service node, OverHttp client, Measure measure) {
        long begun = System.nanoTime();
        node.start();
        while (!posts(client, node)) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        measure.told().printf(Locale.ROOT, "  a start: %.1f s%n", seconds);
        return seconds;
    }

    private static boolean posts(OverHttp client, Service node) {
        try {
            return client.posts(0, _ -> 1);
        } catch (IOException notYet) {
            if (!node.isAlive()) {
                throw new IllegalStateException("the node ended; its log says:\n" + node.log(), notYet);
            }
            return false;
        }
    }

    /** Waits for the first snapshot, which is written in the background. */
    private static void await(Path snapshots) throws IOException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (!hasSnapshot(snapshots)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("no snapshot was written in " + LONGEST);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static boolean hasSnapshot(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".snapshot"));
        }
    }
}
